package io.fairlead.expense.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.MasterData.ProjectFacts;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.app.web.ToldFacts;
import io.fairlead.expense.ExpenseId;
import io.fairlead.expense.ExpenseTarget;
import io.fairlead.expense.NameExpense;
import io.fairlead.expense.ReceiptFigures;
import io.fairlead.expense.RecordExpense;
import io.fairlead.expense.event.ExpenseKnownAs;
import io.fairlead.expense.event.ExpenseRecorded;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.StreamKey;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Completes an expense by what its project says, under the one key of what its source tells. */
@Component
class ExpenseRecorder {

    private static final String SOURCE = "api";

    private final ToldFacts facts;
    private final StreamHistory history;

    ExpenseRecorder(ToldFacts facts, StreamHistory history) {
        this.facts = facts;
        this.history = history;
    }

    RecordExpense command(NewExpense body, Call call, MasterDataReader.Answers answers) {
        var project = ProjectId.of(body.project());
        var facts = answers.project(project);
        var source = body.source() == null ? SOURCE : body.source();
        var own = command(body, call, answers, project, facts, source, given(body, call, source));
        var id = key(body, call, source, facts.legalEntityId()); // After all that may be refused.
        return id.equals(own.expenseId()) ? own : command(body, call, answers, project, facts, source, id);
    }

    private static RecordExpense command(
            NewExpense body,
            Call call,
            MasterDataReader.Answers answers,
            ProjectId project,
            ProjectFacts facts,
            String source,
            ExpenseId id) {
        return new RecordExpense(
                id,
                source,
                body.sourceId() == null ? id.value() : body.sourceId(),
                answers.person(PersonId.of(body.person())),
                new ExpenseTarget(
                        project,
                        facts.contractId(),
                        body.lineNo() == null ? facts.lineNo() : body.lineNo(),
                        facts.customerId(),
                        facts.legalEntityId()),
                body.category(),
                body.spentOn(),
                new ReceiptFigures(body.amount(), orZero(body.tax()), orZero(body.recoverableTax()), body.currency()),
                !Boolean.FALSE.equals(body.billable()),
                Boolean.TRUE.equals(body.disbursement()),
                body.receiptReference(),
                body.receiptHash(),
                body.note(),
                call.actor());
    }

    private static ExpenseId given(NewExpense body, Call call, String source) {
        return body.id() == null && body.sourceId() != null
                ? derived(source, body.sourceId())
                : ExpenseId.of(call.keyOr(body.id(), ExpenseId.KIND));
    }

    private static ExpenseId derived(String source, String sourceId) {
        return ExpenseId.of(NameUuid.of(ExpenseId.KIND, source, sourceId).toString());
    }

    private ExpenseId key(NewExpense body, Call call, String source, LegalEntityId company) {
        var sourceId = body.sourceId();
        var given = given(body, call, source);
        if (sourceId == null || body.id() == null) {
            return given;
        }
        var derived = derived(source, sourceId);
        if (given.value().equals(StreamKey.withKind(ExpenseId.KIND, sourceId))) {
            return toldBefore(derived, given); // Many sources give their own identifier as id: nothing is asked for.
        }
        var own = recordedUnderItsOwn(source, sourceId);
        return own == null
                ? new ExpenseId(facts.keyOf(
                        call,
                        derived.value(),
                        given.value(),
                        new NameExpense(derived, given, source, sourceId, company),
                        () -> history.last(derived.value(), ExpenseKnownAs.class)
                                .map(ExpenseKnownAs::getKnownAs)
                                .orElse(null)))
                : own;
    }

    private ExpenseId toldBefore(ExpenseId derived, ExpenseId given) {
        return history.all(derived.value()).stream()
                .flatMap(event -> switch (event) {
                    case ExpenseKnownAs named -> Stream.of(new ExpenseId(named.getKnownAs()));
                    case ExpenseRecorded _ -> Stream.of(derived);
                    default -> Stream.empty();
                })
                .findFirst()
                .orElse(given);
    }

    /** The expense whose id is the source's identifier; null when there is none, or it is something else. */
    private @Nullable ExpenseId recordedUnderItsOwn(String source, String sourceId) {
        if (!StreamKey.is(ExpenseId.KIND, StreamKey.withKind(ExpenseId.KIND, sourceId))) {
            return null;
        }
        return history.last(ExpenseId.of(sourceId).value(), ExpenseRecorded.class)
                .filter(known ->
                        known.getSource().equals(source) && known.getSourceId().equals(sourceId))
                .map(known -> new ExpenseId(known.getExpenseId()))
                .orElse(null);
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }
}
