package io.fairlead.exception;

import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionRestated;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an open work item tells by now.
 *
 * @param raised how it began
 * @param restated what it tells since; null while it tells what it began with
 */
record WorkItemWords(ExceptionRaised raised, @Nullable ExceptionRestated restated) {

    /** Time a person has to clear it. */
    private static final Duration DUE_AFTER = Duration.ofDays(2);

    /** @param occurrence from 1 */
    static ExceptionRaised first(RaiseException command, int occurrence) {
        var stake = command.stake();
        return ExceptionRaised.newBuilder()
                .setExceptionId(command.exceptionId().value())
                .setOccurrence(occurrence)
                .setCode(command.code())
                .setSubjectId(command.subjectId())
                .setSentence(command.sentence())
                .setOwnerRole(command.ownerRole().name())
                .setAmount(stake == null ? null : stake.amount())
                .setCurrency(stake == null ? null : stake.currency())
                .setLegalEntityId(command.legalEntityId())
                .setRaisedAt(command.at())
                .setDueAt(command.at().plus(DUE_AFTER))
                .build();
    }

    /**
     * Later words instead; empty when these are not meant to replace any, or are the same. So is a reaction that comes again: it
     * has told it at its moment, or something later has.
     */
    Optional<ExceptionRestated> restated(RaiseException command) {
        if (!command.latest() || !command.at().isAfter(at()) || isTold(command)) {
            return Optional.empty();
        }
        return Optional.of(restated(command.sentence(), command.stake(), command.at()));
    }

    /** Another amount; empty when it is the same, or something later was told. */
    Optional<ExceptionRestated> restated(RestateException command) {
        return command.at().isAfter(at()) && !isSame(amount(), command.stake())
                ? Optional.of(restated(command.sentence(), command.stake(), command.at()))
                : Optional.empty();
    }

    private ExceptionRestated restated(String sentence, @Nullable Stake stake, Instant at) {
        return ExceptionRestated.newBuilder()
                .setExceptionId(raised.getExceptionId())
                .setOccurrence(raised.getOccurrence())
                .setSentence(sentence)
                .setAmount(stake == null ? null : stake.amount())
                .setCurrency(stake == null ? null : stake.currency())
                .setRestatedAt(at)
                .build();
    }

    private @Nullable BigDecimal amount() {
        return restated == null ? raised.getAmount() : restated.getAmount();
    }

    private Instant at() {
        return restated == null ? raised.getRaisedAt() : restated.getRestatedAt();
    }

    private boolean isTold(RaiseException command) {
        var sentence = restated == null ? raised.getSentence() : restated.getSentence();
        return sentence.equals(command.sentence()) && isSame(amount(), command.stake());
    }

    private static boolean isSame(@Nullable BigDecimal amount, @Nullable Stake stake) {
        return amount == null || stake == null
                ? amount == null && stake == null
                : amount.compareTo(stake.amount()) == 0;
    }
}
