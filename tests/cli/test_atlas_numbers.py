"""Seeds and draws are whole numbers of zero or more, in every command that has them."""

import pytest

from squaremile.cli.main import main

TABLE = ("--region", "r", "--activity", "a", "--value", "v")
COMMANDS = {
    "densest": (), "hotspots": ("--case", "a=x"), "complexity": TABLE, "compare": (*TABLE, "--of", "x"), "ellison-glaeser": (),
    "network": ("--a", "r", "--b", "a"), "kd": ("--type", "a", "--reference", "x"), "m": ("--type", "a", "--reference", "x"),
}  # fmt: skip
DRAWS = {"complexity": "--bootstrap", "ellison-glaeser": "--simulations", "kd": "--simulations", "hotspots": "--draws"}
ASKED = [(c, "--seed") for c in COMMANDS] + list(DRAWS.items())


@pytest.mark.parametrize(("command", "option"), ASKED)
@pytest.mark.parametrize("said", ["-1", "-5", "1.5", "many"])
def test_anything_else_is_refused_in_both_languages(command, option, said, tmp_path, capsys, monkeypatch):
    path = tmp_path / "t.csv"
    path.write_text("r,a,v\nx,x,1\n", encoding="utf-8")
    for language, want in (("C", f"a whole number of zero or more is wanted, not {said}"), ("ko_KR.UTF-8", "0 이상의 정수여야 합니다")):
        monkeypatch.setenv("LC_ALL", language)
        with pytest.raises(SystemExit) as ended:
            main(["atlas", command, str(path), *COMMANDS[command], f"{option}={said}"])
        told = capsys.readouterr()
        assert (ended.value.code, told.out) == (2, "")
        assert want in told.err
