package io.fairlead.cases;

import static io.fairlead.cases.Firm.line;
import static io.fairlead.cases.Firm.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.log.MetadataKeys;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every operation of the API, many times over, with right, wrong and hostile requests: no failure, no status that is not described,
 * nothing stored by what was refused, nothing parked by what was accepted. {@code -Dfuzz.requests=500} for the long form,
 * {@code -Dfuzz.seed} for other requests.
 */
@ExtendWith(CaseStack.class)
class ApiFuzzTest {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 60);
    private static final long SEED = Long.getLong("fuzz.seed", 1);

    @Test
    void refused_calls_store_nothing_and_accepted_ones_stop_nothing(Firm firm, CaseStack.Stack stack) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "NOT_TO_EXCEED", "limit", "100.00")));
        firm.cost("ana", "50.00", "EUR");
        firm.post("/v1/customers/" + firm.id("buyer") + "/tax-profile", of("taxId", "DE111111111", "taxCategory", "S"));
        firm.approvedTime("ana", "work", "2026-03-10", 1_800);
        var invoice =
                firm.bill("2026-03-31").getFirst().path("invoiceId").asString().replaceFirst("^invoice:", "");
        firm.issue(invoice);
        firm.post(
                "/v1/payments",
                of(
                        "source",
                        "bank",
                        "sourceId",
                        firm.id("paid"),
                        "invoice",
                        invoice,
                        "amount",
                        "10.00",
                        "currency",
                        "EUR",
                        "valueDate",
                        "2026-04-15"));
        firm.settled();
        var api = new FuzzedApi(stack.base());
        var before = stack.head();
        var ids = api.knownIds();
        assertThat(ids).as("ids to use").isNotEmpty();

        var operations = api.operations();
        var answers = new ArrayList<FuzzedApi.Answered>();
        for (var operation : operations) {
            answers.addAll(api.fuzz(operation, REQUESTS, SEED, ids));
        }

        for (var sent : List.copyOf(firm.sent())) {
            answers.addAll(api.spoil(sent, REQUESTS, SEED));
        }

        assertThat(operations).hasSizeGreaterThan(100);
        assertThat(answers.stream()
                        .filter(answer -> answer.fault() != null)
                        .map(answer -> answer.fault() + ": " + answer)
                        .map(text -> text.substring(0, Math.min(text.length(), 600)))
                        .toList())
                .as("answers that are failures, not described, or no problem documents")
                .isEmpty();
        var stored = stack.metadataSince(before, MetadataKeys.CORRELATION_ID);
        assertThat(answers.stream()
                        .filter(answer -> answer.isRefused() && stored.contains(answer.correlation()))
                        .map(FuzzedApi.Answered::toString)
                        .toList())
                .as("refused calls that stored an event")
                .isEmpty();
        System.out.println("fuzz: " + operations.size() + " operations, " + answers.size() + " requests, accepted "
                + count(answers, 200, 299) + ", refused " + count(answers, 400, 499) + ", events of accepted ones "
                + stored.size());
        assertThat(count(answers, 200, 299)).as("accepted").isGreaterThan(operations.size());
        firm.settled();
        assertThat(firm.get("/v1/parked").path("parked")).as("parked").isEmpty();
    }

    private static long count(List<FuzzedApi.Answered> answers, int from, int to) {
        return answers.stream()
                .filter(answer -> answer.status() >= from && answer.status() <= to)
                .count();
    }
}
