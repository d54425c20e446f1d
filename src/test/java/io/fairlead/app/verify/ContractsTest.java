package io.fairlead.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.schemas.ContractReport;
import io.fairlead.app.schemas.ContractReport.Place;
import io.fairlead.app.schemas.ContractReport.Verdict;
import io.fairlead.app.verify.invariant.ContractsAreKept;
import io.fairlead.app.verify.invariant.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractsTest {

    @Test
    void what_is_broken_or_unreadable_is_a_difference_and_what_is_excused_a_note() {
        var found = check(
                finding(Verdict.BROKEN, "seconds", 3, "is not in [1,86400]"),
                finding(Verdict.UNREADABLE, "", 1, "cannot be read: EOFException"),
                finding(Verdict.EXCUSED, "author", 7, "is no issuer|subject"));
        assertThat(found.examined()).isEqualTo(20);
        assertThat(found.failed()).isEqualTo(4);
        assertThat(found.examples())
                .containsExactly(
                        "3 TimeRecorded, seconds: is not in [1,86400], first at position 4 of time-entry:1",
                        "1 TimeRecorded: cannot be read: EOFException, first at position 4 of time-entry:1");
        assertThat(found.notes()).containsExactly("7 TimeRecorded, author: older builds");
    }

    @Test
    void events_that_keep_their_contracts_are_no_difference() {
        assertThat(check()).isEqualTo(new Finding(20, 0, List.of(), List.of()));
    }

    private static Finding check(ContractReport.Finding... findings) {
        var report = new ContractReport(1, 20, null, 20, 0.1, 200, 4, 3, 7, 1, List.of(findings));
        return new ContractsAreKept(() -> report).check();
    }

    private static ContractReport.Finding finding(Verdict verdict, String path, long events, String promised) {
        return new ContractReport.Finding(
                verdict,
                "TimeRecorded",
                path,
                "",
                events,
                List.of(new Place("time-entry:1", 4, null)),
                promised,
                verdict == Verdict.EXCUSED ? "older builds" : null);
    }
}
