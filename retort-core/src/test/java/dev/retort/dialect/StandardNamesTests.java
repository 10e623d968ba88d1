package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StandardNamesTests {

    private static final List<String> PIECES = List.of(
            "a", "b", "Z", "_", "1", "9", "\"", "\"\"", "'", "`", " ", "select", "ORDER", "é", "ı", "K", "😀", ".",
            "\\", ";", "--", "\t", "$");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "account,      account,          account,      ACCOUNT,           ACCOUNT",
                "order,        \"order\",        order,        \"ORDER\",         ORDER",
                "Account,      \"Account\",      Account,      \"Account\",       Account",
                "ACCOUNT,      \"ACCOUNT\",      ACCOUNT,      \"ACCOUNT\",       ACCOUNT",
                "1st,          \"1st\",          1st,          \"1st\",           1st",
                "\"account\",  \"account\",      account,      \"account\",       account",
                "a b,          \"a b\",          a b,          \"a b\",           a b",
                "a\"b,         \"a\"\"b\",       a\"b,         \"a\"\"b\",        a\"b",
                "😀,           \"😀\",           😀,           \"😀\",            😀",
            })
    void aNameIsQuotedOnlyWhereItHasToBe(
            String name, String spelledLower, String heldLower, String spelledUpper, String heldUpper) {
        assertThat(names(Folding.LOWER).spell(name)).isEqualTo(spelledLower);
        assertThat(names(Folding.LOWER).catalog(name)).isEqualTo(heldLower);
        assertThat(names(Folding.UPPER).spell(name)).isEqualToIgnoringCase(spelledUpper);
        assertThat(names(Folding.UPPER).catalog(name)).isEqualTo(heldUpper);
    }

    @Test
    void aLowerCaseNameOfADatabaseThatFoldsToUpperCaseIsReadInQuotes() {
        assertThat(names(Folding.UPPER).read("account")).isEqualTo("\"account\"");
        assertThat(names(Folding.UPPER).read("ACCOUNT")).isEqualTo("account");
        assertThat(names(Folding.UPPER).readUnquoted("Account")).isEqualTo("account");
    }

    @Test
    void namesOfADatabaseThatKeepsCaseAreToldApartWithoutIt() {
        assertThat(names(Folding.PRESERVE).tableKey("Account"))
                .isEqualTo(names(Folding.PRESERVE).tableKey("account"));
        assertThat(names(Folding.LOWER).tableKey("Account"))
                .isNotEqualTo(names(Folding.LOWER).tableKey("account"));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheCatalogHoldsIsReadAndFoundAgain(Folding folding) {
        long seed = System.nanoTime();
        var random = new Random(seed);
        Names names = names(folding);
        for (int round = 0; round < 20_000; round++) {
            var held = new StringBuilder();
            int pieces = 1 + random.nextInt(4);
            for (int piece = 0; piece < pieces; piece++) {
                held.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String name = names.read(held.toString());
            String spelled = names.spell(name);

            assertThat(names.catalog(name)).as("seed %d, read '%s'", seed, name).isEqualTo(held.toString());
            assertThat(asTheDatabaseReads(spelled, folding))
                    .as("seed %d, name '%s' spelled %s", seed, name, spelled)
                    .isEqualTo(held.toString());
        }
    }

    private static String asTheDatabaseReads(String spelled, Folding folding) {
        return spelled.startsWith("\"")
                ? spelled.substring(1, spelled.length() - 1).replace("\"\"", "\"")
                : folding.fold(spelled);
    }

    private static Names names(Folding folding) {
        return new StandardNames(folding, '"', Set.of("select", "order"), 63, true);
    }
}
