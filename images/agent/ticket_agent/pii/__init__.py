"""Personal data: a module for each kind, each of which says where in a text it is. WHERE A NEW KIND GOES: `masking.py`."""
