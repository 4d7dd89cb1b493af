FROM python:3.12-slim

RUN apt-get update \
 && apt-get install --yes --no-install-recommends make \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --create-home --uid 10001 ansvarslots

USER ansvarslots
WORKDIR /home/ansvarslots/app
COPY --chown=ansvarslots:ansvarslots . .

# The Makefile's own steps: install, then the model and the default index.
RUN make install index

ENTRYPOINT [".venv/bin/ansvarslots"]
CMD ["ask", "Vem ansvarar när hemsjukvården avslutas?"]
