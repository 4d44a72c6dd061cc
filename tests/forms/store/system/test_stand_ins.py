"""A stand-in loads nothing, until it is asked for more than it has; then it passes that on."""

from __future__ import annotations

import dis
import logging
import subprocess
import sys
from pathlib import Path

import pytest

from forms.store.system.rare_modules import COMPILER_FLAGS, RARE
from forms.store.system.stand_ins import on_call, stand_ins

MODULE = "of_this_test"


@pytest.fixture(autouse=True)
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Importable, and not yet imported."""
    (tmp_path / f"{MODULE}.py").write_text(
        "NUMBER = 7\n\ndef twice(number):\n    return 2 * number\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, MODULE, raising=False)


def test_nothing_is_loaded_and_the_names_given_are_there() -> None:
    with stand_ins({MODULE: {"NUMBER": 8}}):
        import of_this_test  # type: ignore[import-not-found]
    assert of_this_test.NUMBER == 8
    assert MODULE not in sys.modules


@pytest.mark.parametrize("is_inside", [True, False])
def test_what_else_is_asked_of_it_loads_the_module(is_inside: bool) -> None:
    with stand_ins({MODULE: {"NUMBER": 8}}):
        import of_this_test

        if is_inside:
            assert of_this_test.twice(3) == 6
            assert sys.modules[MODULE] is not of_this_test
    assert of_this_test.twice(4) == 8
    assert sys.modules[MODULE].NUMBER == 7


def test_a_name_that_is_imported_and_not_given_is_the_real_one() -> None:
    with stand_ins({MODULE: {}}):
        from of_this_test import NUMBER
    assert NUMBER == 7


def test_a_function_loads_its_module_when_it_is_called() -> None:
    with stand_ins({MODULE: on_call(MODULE, "twice")}):
        from of_this_test import twice
    assert MODULE not in sys.modules
    assert twice(5) == 10
    assert MODULE in sys.modules


def test_what_the_module_lacks_is_lacking() -> None:
    with stand_ins({MODULE: {}}):
        import of_this_test
    with pytest.raises(AttributeError, match="thrice"):
        _ = of_this_test.thrice


def test_where_there_is_none_an_import_says_so() -> None:
    with stand_ins({MODULE: None}), pytest.raises(ImportError):
        import of_this_test  # noqa: F401
    import of_this_test as again

    assert again.NUMBER == 7


def test_the_flags_are_those_of_this_python() -> None:
    assert COMPILER_FLAGS.items() <= dis.COMPILER_FLAG_NAMES.items()


def test_the_lock_is_imported_without_what_is_rare() -> None:
    program = (
        "import sys\n"
        "from forms.store.holding import lock\n"
        f"assert not set(sys.modules) & {set(RARE)}, set(sys.modules) & {set(RARE)}\n"
        "import inspect, traceback\n"
        "assert inspect.CO_GENERATOR == 32 and traceback.format_exception_only(ValueError('x')) == ['ValueError: x\\n']\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.slow
def test_a_logger_that_nobody_listens_to_tells_of_errors_where_the_real_one_does() -> None:
    said = "it is {0} that fails"
    program = (
        "import sys\n"
        "from forms.store.system.rare_modules import RARE\n"
        "from forms.store.system.stand_ins import stand_ins\n"
        "if sys.argv[1] == 'lean':\n"
        "    with stand_ins(RARE):\n"
        "        import asyncio.log, concurrent.futures._base\n"
        "    asyncio.new_event_loop().close()\n"
        "    assert 'logging' not in sys.modules\n"
        "import asyncio.log, concurrent.futures._base\n"
        "for logger in (asyncio.log.logger, concurrent.futures._base.LOGGER):\n"
        "    logger.debug('x'), logger.info('x')\n"
        f"    logger.error({said!r}.format(logger.name))\n"
        "assert asyncio.futures.STACK_DEBUG == sys.modules['logging'].DEBUG - 1\n"
    )
    lean, whole = (
        subprocess.run([sys.executable, "-c", program, how], check=True, capture_output=True, text=True)
        for how in ("lean", "whole")
    )
    assert (
        lean.stderr
        == whole.stderr
        == "".join(f"{said.format(name)}\n" for name in ("asyncio", "concurrent.futures"))
    )


def test_a_logger_says_nothing_of_what_is_no_warning() -> None:
    assert logging.getLogger("asyncio").getEffectiveLevel() > logging.INFO
