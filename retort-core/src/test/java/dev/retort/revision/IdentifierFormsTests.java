package dev.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every form of an identifier with every command that it may be given to. A result is a list of ids in the order of the
 * command, {@code -} for nothing, or the reason of the refusal.
 */
class IdentifierFormsTests {

    private final RevisionGraph graph =
            Drawn.graph("aaaa1 <- bbbb1 {shop} <- cccc1 <- dddd1", "aaaa1 <- eeee1 {mail} <- ffff1");

    @ParameterizedTest
    @CsvSource({
        "cccc1,        cccc1",
        "cccc,         cccc1",
        "mail,         eeee1",
        "shop@dddd1,   cccc1 dddd1",
        "shop@dddd,    cccc1 dddd1",
        "bbbb1@dddd1,  cccc1 dddd1",
        "mail@dddd1,   NOT_ON_BRANCH",
        "head,         MULTIPLE_HEADS",
        "shop@head,    cccc1 dddd1",
        "cccc1@head,   cccc1 dddd1",
        "heads,        eeee1 ffff1 cccc1 dddd1",
        "mail@heads,   eeee1 ffff1",
        "base,         -",
        "shop@base,    -",
        "aaaa1,        -",
        "+1,           cccc1",
        "+3,           RELATIVE_OUT_OF_RANGE",
        "shop@+2,      cccc1 dddd1",
        "mail@+1,      eeee1",
        "-1,           RELATIVE_OUT_OF_RANGE",
        "shop@-1,      RELATIVE_OUT_OF_RANGE",
        "bbbb1+1,      cccc1",
        "aaaa1+1,      AMBIGUOUS_RELATIVE",
        "mail@aaaa1+1, eeee1",
        "dddd1-1,      cccc1",
        "head-1,       MULTIPLE_HEADS",
        "shop@head-1,  cccc1",
        "current,      UNKNOWN_REVISION",
        "aaaa1:cccc1,  RANGE_NOT_ALLOWED",
        "ccc,          UNKNOWN_REVISION",
        "+1junk,       UNKNOWN_REVISION",
    })
    void upgradeFromB(String target, String expected) {
        assertThat(told(() -> graph.upgrade(target, List.of("bbbb1")).revisionIds()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "bbbb1,        dddd1 cccc1",
        "bbbb,         dddd1 cccc1",
        "shop,         dddd1 cccc1",
        "shop@bbbb1,   dddd1 cccc1",
        "mail@bbbb1,   dddd1 cccc1",
        "shop@head,    MULTIPLE_HEADS",
        "mail@head,    MULTIPLE_HEADS",
        "head,         MULTIPLE_HEADS",
        "heads,        MULTIPLE_HEADS",
        "base,         dddd1 cccc1 bbbb1 aaaa1",
        "shop@base,    dddd1 cccc1 bbbb1 aaaa1",
        "+1,           RELATIVE_OUT_OF_RANGE",
        "shop@+1,      RELATIVE_OUT_OF_RANGE",
        "-1,           dddd1",
        "-4,           dddd1 cccc1 bbbb1 aaaa1",
        "-5,           RELATIVE_OUT_OF_RANGE",
        "shop@-2,      dddd1 cccc1",
        "bbbb1+1,      dddd1",
        "cccc1-1,      dddd1 cccc1",
        "shop@head-2,  dddd1 cccc1",
        "current,      UNKNOWN_REVISION",
        "dddd1:base,   RANGE_NOT_ALLOWED",
    })
    void downgradeFromD(String target, String expected) {
        assertThat(told(() -> graph.downgrade(target, List.of("dddd1"), false).revisionIds()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "cccc1,       cccc1",
        "cccc,        cccc1",
        "shop,        bbbb1",
        "shop@cccc1,  cccc1",
        "cccc1 ffff1, cccc1 ffff1",
        "head,        MULTIPLE_HEADS",
        "shop@head,   dddd1",
        "heads,       dddd1 ffff1",
        "mail@heads,  ffff1",
        "+1,          UNKNOWN_REVISION",
        "-1,          UNKNOWN_REVISION",
        "shop@-1,     UNKNOWN_REVISION",
        "cccc1+1,     UNKNOWN_REVISION",
        "head-2,      UNKNOWN_REVISION",
        "current,     UNKNOWN_REVISION",
    })
    void stampOnNothing(String targets, String expected) {
        assertThat(told(() -> graph.stamp(List.of(targets.split(" ")), List.of(), false).steps().stream()
                        .flatMap(step -> step.to().stream())
                        .toList()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ffff1,       ffff1",
        "ffff,        ffff1",
        "mail@ffff1,  ffff1",
        "bbbb1,       NOT_A_HEAD",
        "shop,        NOT_A_HEAD",
        "head,        MULTIPLE_HEADS",
        "shop@head,   dddd1",
        "heads,       dddd1 ffff1",
        "shop@heads,  dddd1",
        "base,        -",
        "shop@base,   -",
        "+1,          UNKNOWN_REVISION",
        "-1,          NOT_A_HEAD",
        "cccc1+1,     UNKNOWN_REVISION",
        "current,     UNKNOWN_REVISION",
    })
    void headOfANewRevision(String head, String expected) {
        assertThat(told(() -> graph.place(new PlacementRequest("new", List.of(head), false, List.of(), List.of()))
                        .downRevisions()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "cccc1,      cccc1",
        "cccc,       cccc1",
        "shop,       bbbb1",
        "shop@cccc,  cccc1",
        "head,       MULTIPLE_HEADS",
        "shop@head,  dddd1",
        "heads,      dddd1 ffff1",
        "shop@heads, dddd1",
        "base,       -",
        "shop@base,  -",
        "-1,         cccc1 eeee1",
        "shop@-2,    bbbb1",
        "+1,         UNKNOWN_REVISION",
        "cccc1+1,    UNKNOWN_REVISION",
        "current,    cccc1",
    })
    void showAtC(String identifier, String expected) {
        assertThat(told(() -> ids(graph.find(identifier, List.of("cccc1"))))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "bbbb1:dddd1,     dddd1 cccc1 bbbb1",
        "bbbb:cccc,       cccc1 bbbb1",
        "shop:,           dddd1 cccc1 bbbb1",
        ":mail,           eeee1 aaaa1",
        ":mail@head,      ffff1 eeee1 aaaa1",
        "shop@cccc1:,     dddd1 cccc1",
        "base:shop,       bbbb1 aaaa1",
        "base:mail@heads, ffff1 eeee1 aaaa1",
        "bbbb1:+1,        cccc1 bbbb1",
        "shop@-1:,        dddd1 cccc1",
        "bbbb1:bbbb1+2,   dddd1 cccc1 bbbb1",
        "aaaa1:dddd1-1,   cccc1 bbbb1 aaaa1",
        "current:,        dddd1 cccc1",
        ":current,        cccc1 bbbb1 aaaa1",
        "dddd1:bbbb1,     RANGE_NOT_ANCESTOR",
        "bbbb1,           RANGE_SYNTAX",
    })
    void historyAtC(String range, String expected) {
        assertThat(told(() -> ids(graph.history(range, List.of("cccc1"))))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "upgrade,   bbbb1:dddd1,        bbbb1 to dddd1",
        "upgrade,   cccc1,              to cccc1",
        "upgrade,   bbbb1:,             bbbb1 to head",
        "upgrade,   :cccc1,             to cccc1",
        "downgrade, dddd1:base,         dddd1 to base",
        "downgrade, dddd1:,             dddd1 to base",
        "downgrade, base,               RANGE_NEEDED",
        "stamp,     bbbb1:cccc1,        bbbb1 to cccc1",
        "stamp,     a:b:c,              RANGE_SYNTAX",
    })
    void rangesOfScripts(String command, String argument, String expected) {
        assertThat(told(() -> {
                    OfflineRange range = switch (command) {
                        case "upgrade" -> graph.offlineUpgrade(argument);
                        case "downgrade" -> graph.offlineDowngrade(argument);
                        default -> graph.offlineStamp(List.of(argument));
                    };
                    return List.of(
                            (String.join(" ", range.rows()) + " to " + String.join(" ", range.targets())).strip());
                }))
                .isEqualTo(expected);
    }

    @Test
    void aDowngradeToAHeadSaysThatItGoesDown() {
        assertThatThrownBy(() -> graph.downgrade("shop@head", List.of("dddd1"), false))
                .hasMessage("'shop@head' is no target of a downgrade: there are 2 heads, 'dddd1', 'ffff1'")
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.hint()).isEqualTo("name the revision that is to stay, or 'base'"));
    }

    @Test
    void aWalkTheOtherWayNamesTheOtherCommand() {
        assertThatThrownBy(() -> graph.upgrade("shop@-1", List.of("bbbb1")))
                .hasMessage("'shop@-1' does not go this way: it counts down from where the database is")
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.hint()).isEqualTo("run: retort downgrade shop@-1"));
        assertThatThrownBy(() -> graph.downgrade("+1", List.of("bbbb1"), false))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.hint()).isEqualTo("run: retort upgrade +1"));
    }

    @Test
    void whereStepsAreNotCountedThatIsSaid() {
        assertRefused(
                () -> graph.stamp(List.of("-1"), List.of("bbbb1"), false),
                "'-1' counts steps, which is not possible here",
                "name the revision itself: retort history shows them");
        assertRefused(
                () -> graph.find("cccc1+1", List.of()),
                "'cccc1+1' counts steps, which is not possible here",
                "name the revision itself: retort history shows them");
        assertRefused(
                () -> graph.upgrade("current", List.of()),
                "'current' is understood by show, edit and history alone",
                "name the revision itself: retort history shows them");
        assertRefused(
                () -> graph.upgrade("+99999999999999999999", List.of()),
                "'+99999999999999999999' leads out of the history",
                "count fewer steps, or name a revision that retort history shows");
    }

    @Test
    void noStepsAreNoTarget() {
        for (String none : List.of("+0", "-0", "shop@+0")) {
            String hint = "write how many, for example '+1', or name the revision";
            assertRefused(() -> graph.upgrade(none, List.of("bbbb1")), "'" + none + "' counts no steps", hint);
            assertRefused(() -> graph.downgrade(none, List.of("bbbb1"), false), "'" + none + "' counts no steps", hint);
            assertRefused(() -> graph.direction(none, List.of("bbbb1")), "'" + none + "' counts no steps", hint);
        }
    }

    @Test
    void severalHeadsAreOfferedOnlyWhereTheyAreTaken() {
        assertRefused(
                () -> graph.upgrade("head", List.of()),
                "'head' means one revision, but there are 2 heads: 'dddd1', 'ffff1'",
                "use 'shop@head', or 'heads' for all of them");
        for (String start : List.of("head", "heads")) {
            assertRefused(
                    () -> graph.offlineDowngrade(start + ":base"),
                    "'" + start + "' means one revision, but there are 2 heads: 'dddd1', 'ffff1'",
                    "use 'shop@head'");
        }
    }

    @Test
    void aRangeLeadsOverDependenciesWhereThereIsNoOtherWay() {
        RevisionGraph needed = Drawn.graph("aaaa1 {lib} <- aaaa2", "bbbb1 {app} ! aaaa2 <- bbbb2");
        assertThat(ids(needed.history("aaaa1:", List.of()))).containsExactly("bbbb2", "bbbb1", "aaaa2", "aaaa1");
        assertThat(ids(needed.history("aaaa1:bbbb1", List.of()))).containsExactly("bbbb1", "aaaa2", "aaaa1");
        assertThat(ids(needed.history("current:", List.of("aaaa1"))))
                .containsExactly("bbbb2", "bbbb1", "aaaa2", "aaaa1");
        assertThat(ids(needed.history("lib@base:", List.of()))).containsExactly("aaaa2", "aaaa1");
        assertThat(ids(needed.history("bbbb1:", List.of()))).containsExactly("bbbb2", "bbbb1");
        RevisionGraph both = Drawn.graph("aaaa1 <- aaaa2", "aaaa1 <- cccc1", "bbbb1 ! aaaa2");
        assertThat(ids(both.history("aaaa1:", List.of()))).containsExactly("cccc1", "aaaa2", "aaaa1");
    }

    @Test
    void aRangeOfTheHistoryCannotEndWithACountDown() {
        assertRefused(
                () -> graph.history(":-1", List.of()),
                "':-1' ends with '-1', which counts down from the heads: only a start can",
                "write '-1:' for the last revisions, or name the one to end with");
    }

    private static void assertRefused(ThrowingCallable call, String message, String hint) {
        assertThatThrownBy(call)
                .hasMessage(message)
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.hint()).isEqualTo(hint));
    }

    /** Every refusal helps on; those that are about a choice name what there is to choose from. */
    private static String told(Supplier<List<String>> answer) {
        try {
            String ids = String.join(" ", answer.get());
            return ids.isEmpty() ? "-" : ids;
        } catch (RefusedException e) {
            assertThat(e.hint()).isNotBlank().doesNotEndWith(".");
            if (Set.of(RefusedException.Reason.MULTIPLE_HEADS, RefusedException.Reason.AMBIGUOUS_RELATIVE)
                    .contains(e.reason())) {
                assertThat(e.candidates()).isNotEmpty();
            }
            return e.reason().name();
        }
    }

    private static List<String> ids(List<RevisionHeader> revisions) {
        return revisions.stream().map(RevisionHeader::id).toList();
    }
}
