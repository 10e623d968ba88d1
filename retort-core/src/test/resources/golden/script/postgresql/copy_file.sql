SELECT 1;

COPY t FROM '/tmp/stdin';
COPY (SELECT stdin FROM t) TO stdout;
