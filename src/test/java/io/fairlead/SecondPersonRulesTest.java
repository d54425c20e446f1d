package io.fairlead;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every class that asks for a second person has a test in which one person comes again in all ways there are. */
class SecondPersonRulesTest {

    private static final Pattern RULE = Pattern.compile("FourEyes\\.(requireSecond|isSame|isPerson)\\(");
    private static final Pattern CODE = Pattern.compile("\"([A-Z]-[0-9]{2})\"");

    /** Codes of the rules, by the class that asks; {@code Retelling} hands back whether it is T-03. */
    private static final Set<String> CODES =
            Set.of("B-01", "B-02", "B-19", "E-02", "K-01", "K-14", "Q-05", "S-02", "T-03", "V-03", "Z-05");

    private static final Set<String> ASKING = Set.of(
            "CreditNote",
            "CustomerCredit",
            "ExpenseRules",
            "GrantBreakGlass",
            "InvoiceDeductions",
            "InvoiceDraft",
            "MoneyLimits",
            "ProgressBook",
            "Retelling",
            "TimeRules",
            "WorkItem");

    @Test
    void every_class_that_asks_for_a_second_person_is_known_here() throws IOException {
        assertThat(classes("domain/src/main/java", text -> RULE.matcher(text).find()))
                .isEqualTo(new TreeSet<>(ASKING));
    }

    @Test
    void each_of_their_rules_is_tried_by_one_person_who_comes_again() throws IOException {
        try (var files = Files.walk(Sources.ROOT.resolve("domain/src/test/java"))) {
            var tried = files.filter(file -> file.toString().endsWith("Test.java"))
                    .map(SecondPersonRulesTest::text)
                    .filter(text -> text.contains("SamePerson.comesAgain("))
                    .flatMap(text -> CODE.matcher(text).results())
                    .map(code -> code.group(1))
                    .collect(Collectors.toSet());
            assertThat(tried).containsAll(CODES);
        }
    }

    private static TreeSet<String> classes(String folder, Predicate<String> is) throws IOException {
        try (var files = Files.walk(Sources.ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> is.test(text(file)))
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
