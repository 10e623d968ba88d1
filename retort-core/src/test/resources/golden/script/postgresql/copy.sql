SELECT 1;
COPY t (a, "from") FROM stdin WITH csv;
1,2
\.
