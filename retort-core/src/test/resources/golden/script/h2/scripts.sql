CREATE ALIAS f AS $$
int f() { return ";".length(); } // kept;
$$;
// left out; it's
/* outer /* inner; */ ; */
SELECT 'a;''b' // kept;
 || 'c';
SELECT 1
