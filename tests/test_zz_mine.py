import pytest, re
from tests.community.test_admin_junk import lists, SHARED, FILTERS
@pytest.mark.django_db
def test_show(editor):
    editor.raise_request_exception=False
    for a in lists():
        for n in SHARED+FILTERS:
            r=editor.get(f"{a}?{n}=999999999999999999999")
            if r.status_code>=500: print("500",a,n)
            r=editor.get(f"{a}?{n}="+"a"*10000)
            if r.status_code>=500: print("500",a,n,"long")
            if "a"*1000 in r.content.decode(): print("echo",a,n)
