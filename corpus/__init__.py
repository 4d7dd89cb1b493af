"""Documents, their clauses, and the duties the clauses lay on somebody."""
