package io.fairlead.simulation.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the rules found wrong in one history. */
public final class Findings {

    private final List<String> sentences = new ArrayList<>();

    void add(String sentence) {
        sentences.add(sentence);
    }

    void require(boolean holds, String otherwise) {
        if (!holds) {
            add(otherwise);
        }
    }

    /** Two amounts must be the same number, whatever their decimals. */
    void same(String what, BigDecimal said, BigDecimal due) {
        if (said.compareTo(due) != 0) {
            add(what + " is " + said.toPlainString() + ", due is " + due.toPlainString());
        }
    }

    void same(String what, @Nullable Object said, @Nullable Object due) {
        if (!Objects.equals(said, due)) {
            add(what + " is " + said + ", due is " + due);
        }
    }

    List<String> sentences() {
        return sentences;
    }
}
