package io.fairlead.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.faults.ReaderCheck.Seen;
import io.fairlead.faults.Violations.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ReaderCheckTest {

    private final List<Stored> log = LongStream.rangeClosed(1, 4)
            .mapToObj(at -> new Stored(at, "x", at - 1, "id-" + at, "key-" + at))
            .toList();

    private final List<Seen> seen = new ArrayList<>(LongStream.rangeClosed(1, 4)
            .mapToObj(at -> new Seen(at, "id-" + at))
            .toList());

    private Violations check() {
        var violations = new Violations();
        ReaderCheck.check("reader", seen, log, violations);
        return violations;
    }

    @Test
    void a_reader_that_saw_everything_once_and_in_order_breaks_nothing() {
        assertThat(check().total()).isZero();
    }

    @Test
    void what_it_never_saw_is_lost() {
        seen.remove(1);
        assertThat(check().count(Kind.LOST)).isEqualTo(1);
        assertThat(check().examples()).containsExactly("lost: reader never saw position 2");
    }

    @Test
    void what_it_saw_twice_is_doubled() {
        seen.add(new Seen(4, "id-4"));
        assertThat(check().count(Kind.DOUBLED)).isEqualTo(1);
    }

    @Test
    void what_it_saw_and_is_not_stored_is_doubled() {
        seen.add(new Seen(5, "id-5"));
        assertThat(check().count(Kind.DOUBLED)).isEqualTo(1);
    }

    @Test
    void what_it_saw_late_is_out_of_order() {
        seen.add(seen.remove(1));
        assertThat(check().count(Kind.OUT_OF_ORDER)).isEqualTo(1);
        assertThat(check().count(Kind.LOST)).isZero();
    }
}
