package io.fairlead.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.gate.SourceTreeForTests.Kept;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate in the build: contracts stay as they were released. Its faults are planted one by one. */
class ContractGateBuildTest {

    @TempDir
    private static Path folder;

    private static SourceTree planted;
    private static Map<String, String> texts;
    private static final IdlTexts IDL = new IdlTexts();

    @BeforeAll
    static void everything_is_released() {
        texts = SourceTreeForTests.real().texts();
        planted = SourceTreeForTests.released(folder, texts);
    }

    @Test
    void events_can_be_read_as_they_were_released() {
        var report = GateReport.of(SourceTreeForTests.real());
        assertThat(report.isOpen())
                .as("./fairlead schemas check says:%n%s", report.table().asText())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MilestoneReached|FIELD_WITHOUT_DEFAULT|note|(date [^;]*reachedOn;)|$1 /** Why. */ string note;|nobody
            PaymentReceived|FIELD_REMOVED|source|string [^;]*\\bsource;|''|projection receipt
            InvoicePosted | FIELD_RENAMED | documentNo | erpDocument; | documentNo; | projection invoice
            TaskAdded | TYPE | lineNo | int [^;]*lineNo | string lineNo | projection project
            CostRateSet | DECIMAL | rate | decimal\\(19,4\\) | decimal(19,2) | projection resource
            PaymentReceived|DECIMAL|amount|decimal\\(19,4\\)|decimal(17,4)|process WhenPaymentReceivedThenApply
            AbsenceRecorded | CODES | kind | "ILLNESS", | '' | projection capacity
            TimeApproved|LOGICAL_TYPE|approvedAt|timestamp-micros("[^;]*approvedAt)|timestamp-millis$1|time-entry
            TimePriced|DEFAULT|timeRounding|timeRounding = "NONE"|timeRounding = "UP 15 MIN DAY"|projection time-entry
            TimePriced | DECIMAL | fx.rate | FxRate | FxRate | projection time-entry
            MilestoneAccepted | EVENT_REMOVED | '' | (?s).* | '' | aggregate Project
            MilestoneAccepted|EVENT_RENAMED|''|record \\w+|@aliases(["MilestoneAccepted"]) record Taken|Project
            AbsenceRecorded|NULLABLE|secondsPerDay|int\\?([^;]*)secondsPerDay = null|int$1secondsPerDay = 1|capacity
            MilestoneReached | TYPE | reachedOn | date [^;]*reachedOn | string reachedOn | projection project
            AbsenceRecorded | UNIT | secondsPerDay | @unit\\("seconds"\\) | @unit("minutes") | projection capacity
            AbsenceRecorded | RANGE | secondsPerDay | \\[1,86400\\] | [1,3600] | projection capacity
            AbsenceRecorded | REF | personId | @ref\\("person"\\) | @ref("customer") | projection capacity
            AbsenceRecorded | CODES | kind | "open": false | "open": true | projection capacity
            CostRateSet | CLASSIFICATION | rate | "MONEY", "PAY" | "MONEY" | projection resource
            HolidayCalendarSet | TYPE | weekend[] | array<int> | array<string> | projection resource
            """)
    void a_change_that_breaks_is_red(String record, String kind, String path, String from, String to, String reader) {
        // What stands in a shared record is changed there.
        var changed = path.equals("fx.rate")
                ? SourceTreeForTests.changed(texts, "FxRate", "decimal\\(19,10\\)", "decimal(19,8)")
                : SourceTreeForTests.changed(texts, record, from, to);

        var report = report(changed);

        assertThat(report.isOpen()).isFalse();
        assertThat(report.findings())
                .filteredOn(finding -> Contracts.simple(finding.event()).equals(renamed(record, kind))
                        && finding.kind().equals(kind)
                        && finding.path().equals(path))
                .as(report.table().asText())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.reason()).isNotBlank();
                    assertThat(finding.remedy()).isNotBlank();
                    assertThat(finding.pointer()).matches("(/[^/]+)*");
                    assertThat(finding.row()).last().asString().contains(reader);
                    assertThat(report.table().asText())
                            .contains(finding.event(), finding.pointer(), finding.reason(), finding.remedy(), reader);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TaskAdded|(string [^;]*timeClass;)|$1 /** What else is said; null: nothing. */ string? note = null;
            CostRateSet | Why it was set | Why it was set by whom
            """)
    void a_change_that_breaks_nothing_is_green(String record, String from, String to) {
        assertThat(report(SourceTreeForTests.changed(texts, record, from, to)).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            InvoicePosted|RENAMED_BY_ALIAS|string ([^;]*)erpDocument;|string @aliases(["erpDocument"]) $1 no;|projection invoice
            AbsenceRecorded | CODES_ADDED | "ILLNESS", | "ILLNESS", "JURY", | projection capacity
            TaskAdded | PROMOTED | int ([^;]*lineNo) | long $1 | projection project
            CostRateSet | DIGITS_ADDED | decimal\\(19,4\\) | decimal(21,4) | projection resource
            """)
    void a_change_that_hurts_readers_of_the_last_release_only_is_told_with_who_reads_it_here(
            String record, String kind, String from, String to, String reader) {
        var report = report(SourceTreeForTests.changed(texts, record, from, to));
        assertThat(report.findings()).isEmpty();
        assertThat(report.told()).as(report.table().asText()).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(kind);
            assertThat(told.readBy()).anyMatch(by -> by.startsWith(reader));
        });
    }

    private static String renamed(String record, String kind) {
        return kind.equals("EVENT_RENAMED") ? "Taken" : record;
    }

    private static GateReport report(Map<String, String> changed) {
        return GateReport.of(planted.released(), IDL.read("planted", changed), planted.accepted(), () -> Kept.READERS);
    }
}
