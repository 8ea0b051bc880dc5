def test_shots(enter):
    for who, lang, theme, width, urls in (("", "ko", "light", 1280, ["/accounts/login/"]), ("", "en", "dark", 390, ["/accounts/login/"]),
        ("hajin", "ko", "light", 1280, ["/organisations/HANBIT/", "/me/", "/audit/", "/notices/"]), ("hajin", "en", "light", 390, ["/organisations/HANBIT/", "/me/"])):
        page = enter(who, language=lang, theme=theme, width=width)
        for u in urls:
            page.goto(u); page.screenshot(path=f"/tmp/h5_{lang}_{width}_{u.strip('/').replace('/','_')}.png", full_page=True)
            print(u, page.errors, page.evaluate("document.documentElement.scrollWidth"))
    assert 0
