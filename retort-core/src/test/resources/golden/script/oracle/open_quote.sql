SELECT q'[never' FROM dual;
