package io.fairlead.view;

import static io.fairlead.projection.db.Tables.PARKED_EVENT;
import static io.fairlead.projection.db.Tables.SEGMENT;
import static io.fairlead.projection.db.Tables.TIME_RATE_PROPOSAL;
import static io.fairlead.view.Story.money;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.Projection;
import io.fairlead.projection.ProjectionDatabase;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.ShadowReplay;
import io.fairlead.projection.TestDatabase;
import io.fairlead.time.event.TimeRateOverridden;
import io.fairlead.time.event.TimeRateProposed;
import io.fairlead.time.view.TimeRateProposalProjection;
import io.fairlead.time.view.TimeRateProposalQuery;
import io.fairlead.time.view.TimeRateProposalQuery.Filter;
import io.fairlead.time.view.TimeRateProposalQuery.RateProposal;
import io.fairlead.view.Story.Job;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rates proposed for single entries wait for a second person. */
class TimeRateProposalViewTest {

    private static final Job JOB = Job.of("DE01", "acme", "k1", "p1", "EUR");
    private static final Job OTHER = Job.of("US01", "bolt", "k2", "p2", "USD");
    private static final String ENTRY = "time-entry:1";
    private static final int HOUR = 3_600;
    private static final Filter OPEN = new Filter(null, null, "open", null);

    private final MemoryLog log = new MemoryLog();
    private final DataSource database = TestDatabase.fresh();
    private final DSLContext db = ProjectionDatabase.open(database);

    @BeforeEach
    void approved_and_priced() {
        log.append(Story.recorded(JOB, ENTRY, 8 * HOUR));
        log.append(Story.approved(JOB, ENTRY, 8 * HOUR));
        log.append(Story.priced(JOB, ENTRY, 8 * HOUR, "960"));
    }

    @Test
    void a_proposal_waits_with_what_a_second_person_must_know() {
        log.append(proposed(JOB, ENTRY, "100"));
        var recorded = log.after(log.head() - 1, 1).getFirst().recordedAt();

        assertThat(listed(OPEN)).singleElement().satisfies(proposal -> {
            assertThat(proposal.timeEntryId()).isEqualTo(ENTRY);
            assertThat(proposal.personId()).isEqualTo("person:ada");
            assertThat(proposal.projectId()).isEqualTo("project:p1");
            assertThat(proposal.contractId()).isEqualTo("contract:k1");
            assertThat(proposal.customerId()).isEqualTo("customer:acme");
            assertThat(proposal.legalEntityId()).isEqualTo("legal-entity:DE01");
            assertThat(proposal.workDate()).isEqualTo(Story.DAY);
            assertThat(proposal.seconds()).isEqualTo(8 * HOUR);
            assertThat(proposal.rate()).isEqualByComparingTo("100");
            assertThat(proposal.currency()).isEqualTo("EUR");
            assertThat(proposal.reason()).isEqualTo("as promised");
            assertThat(proposal.proposedBy()).isEqualTo("idp|lead");
            assertThat(proposal.proposedAt().toInstant()).isEqualTo(recorded);
            assertThat(proposal.status()).isEqualTo("open");
            assertThat(proposal.approvedBy()).isNull();
            assertThat(proposal.approvedAt()).isNull();
        });
    }

    @Test
    void an_accepted_one_waits_no_more_and_says_who_accepted_it() {
        log.append(proposed(JOB, ENTRY, "100"));
        log.append(overridden(JOB, ENTRY, "100"));

        assertThat(listed(OPEN)).isEmpty();
        assertThat(listed(new Filter(null, null, "accepted", null)))
                .singleElement()
                .satisfies(proposal -> {
                    assertThat(proposal.rate()).isEqualByComparingTo("100");
                    assertThat(proposal.approvedBy()).isEqualTo("idp|biller");
                    assertThat(proposal.approvedAt()).isEqualTo(Story.NOON.atOffset(ZoneOffset.UTC));
                });
    }

    @Test
    void another_proposal_takes_the_place_of_the_one_before_accepted_or_not() {
        log.append(proposed(JOB, ENTRY, "100"));
        log.append(proposed(JOB, ENTRY, "0"));
        assertThat(listed(OPEN)).singleElement().satisfies(proposal -> assertThat(proposal.rate())
                .isEqualByComparingTo("0"));

        log.append(overridden(JOB, ENTRY, "0"));
        log.append(proposed(JOB, ENTRY, "90.0001"));
        assertThat(listed(OPEN)).singleElement().satisfies(proposal -> {
            assertThat(proposal.rate()).isEqualByComparingTo("90.0001");
            assertThat(proposal.approvedBy()).isNull();
            assertThat(proposal.approvedAt()).isNull();
        });
        assertThat(db.fetchCount(TIME_RATE_PROPOSAL)).isEqualTo(1);
    }

    /** The aggregate would accept it after each of them, so it waits. */
    @Test
    void neither_a_withdrawn_approval_nor_a_correction_nor_an_invoice_ends_it() {
        log.append(proposed(JOB, ENTRY, "100"));
        log.append(ChangeStory.changed(JOB, ENTRY, 6 * HOUR, -2 * HOUR, "-240"));
        log.append(ChangeStory.withdrawn(JOB, ENTRY, 6 * HOUR, "720"));
        log.append(Story.approved(JOB, ENTRY, 6 * HOUR));
        log.append(Story.priced(JOB, ENTRY, 6 * HOUR, "720"));
        log.append(Story.drafted(JOB, ENTRY, "invoice:1", 6 * HOUR, "720"));
        log.append(Story.billed(JOB, ENTRY, "invoice:1", 1, 6 * HOUR, "720"));

        assertThat(listed(OPEN)).singleElement().satisfies(proposal -> assertThat(proposal.seconds())
                .isEqualTo(6 * HOUR));
    }

    @Test
    void time_that_is_not_approved_yet_may_have_one() {
        log.append(Story.recorded(OTHER, "time-entry:2", HOUR));
        log.append(proposed(OTHER, "time-entry:2", "100"));

        assertThat(listed(OPEN)).extracting(RateProposal::timeEntryId).containsExactly("time-entry:2");
    }

    @Test
    void the_same_events_again_change_nothing() {
        log.append(proposed(JOB, ENTRY, "100"));
        log.append(overridden(JOB, ENTRY, "100"));
        fold(Projections.all());
        var before = rows();
        db.update(SEGMENT).set(SEGMENT.POSITION, 0L).execute();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 1).catchUp(log.head() - 1);
        assertThat(rows()).as("only the proposal again").isEqualTo(before);
        fold(Projections.all());

        assertThat(rows()).isEqualTo(before);
        assertThat(db.fetchCount(PARKED_EVENT)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "project:p1, -, -, -, 1",
                "project:p2, -, -, -, 2",
                "-, person:ada, -, -, 3",
                "-, person:bob, -, -, 0",
                "-, -, open, -, 2",
                "-, -, accepted, -, 1",
                "-, -, -, legal-entity:US01, 2",
                "project:p2, person:ada, open, legal-entity:US01, 1",
                "project:p1, -, -, legal-entity:US01, 0",
                "-, -, -, -, 3"
            })
    void filters_hold_together(
            @Nullable String project,
            @Nullable String person,
            @Nullable String status,
            @Nullable String entity,
            int found) {
        threeProposals();

        assertThat(listed(new Filter(project, person, status, entity))).hasSize(found);
    }

    @Test
    void pages_follow_each_other_by_entry_and_the_last_has_no_next() {
        threeProposals();
        fold(Projections.all());
        var query = new TimeRateProposalQuery(db);
        var any = new Filter(null, null, null, null);
        var first = query.list(any, null, 2);
        var second = query.list(any, first.next(), 2);

        assertThat(first.items()).extracting(RateProposal::timeEntryId).containsExactly(ENTRY, "time-entry:2");
        assertThat(second.items()).extracting(RateProposal::timeEntryId).containsExactly("time-entry:3");
        assertThat(second.next()).isNull();
        assertThat(query.list(any, null, 3).next()).isNull();
    }

    @Test
    void a_store_of_a_version_without_the_view_gets_its_whole_history_at_the_next_start() {
        threeProposals();
        fold(Projections.all().stream()
                .filter(view -> !(view instanceof TimeRateProposalProjection))
                .toList());
        assertThat(db.fetchCount(TIME_RATE_PROPOSAL)).isZero();

        assertThat(listed(OPEN)).hasSize(2);
        assertThat(new ShadowReplay(log, log.codec(), database, Projections::all, 1)
                        .verify()
                        .identical())
                .isTrue();
    }

    /** Of three entries, the last accepted. */
    private void threeProposals() {
        log.append(proposed(JOB, ENTRY, "100"));
        for (var entry : List.of("time-entry:2", "time-entry:3")) {
            log.append(Story.recorded(OTHER, entry, HOUR));
            log.append(proposed(OTHER, entry, "100"));
        }
        log.append(overridden(OTHER, "time-entry:3", "100"));
    }

    private List<RateProposal> listed(Filter filter) {
        fold(Projections.all());
        return new TimeRateProposalQuery(db).list(filter, null, 10).items();
    }

    private void fold(List<Projection> views) {
        new ProjectionEngine(log, log.codec(), db, views, 500).catchUp(Long.MAX_VALUE);
    }

    private String rows() {
        return db.selectFrom(TIME_RATE_PROPOSAL)
                .orderBy(TIME_RATE_PROPOSAL.TIME_ENTRY_ID)
                .fetch()
                .formatCSV();
    }

    private static TimeRateProposed proposed(Job job, String entry, String rate) {
        return new TimeRateProposed(entry, job.entity(), money(rate), job.currency(), "as promised", "idp|lead");
    }

    private static TimeRateOverridden overridden(Job job, String entry, String rate) {
        return new TimeRateOverridden(
                entry, job.entity(), money(rate), job.currency(), "as promised", "idp|lead", "idp|biller", Story.NOON);
    }
}
