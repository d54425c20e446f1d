package io.fairlead.billing.run;

import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.WORK_DAY;

import io.fairlead.funding.FundLimit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An hour of Ana's that is worth 10.00, and what tests make of it. */
record WorkExample(BillableSource source) {

    static WorkExample of(String sourceId) {
        return new WorkExample(new BillableSource(
                sourceId,
                "contract:k",
                "customer:acme",
                false,
                null,
                "EUR",
                "project:p",
                1,
                "person:ana",
                CLERK,
                "a note",
                WORK_DAY,
                3_600,
                new BigDecimal("100"),
                3_600,
                new BigDecimal("10.00"),
                BigDecimal.ZERO,
                List.of(),
                1,
                false,
                false,
                List.of()));
    }

    WorkExample contract(String contractId) {
        return with(contractId, source.currency(), source.projectId(), source.seconds(), source.ready());
    }

    WorkExample currency(String currency) {
        return with(source.contractId(), currency, source.projectId(), source.seconds(), source.ready());
    }

    WorkExample project(String projectId) {
        return with(source.contractId(), source.currency(), projectId, source.seconds(), source.ready());
    }

    WorkExample seconds(int seconds) {
        return with(source.contractId(), source.currency(), source.projectId(), seconds, source.ready());
    }

    WorkExample ready(String amount) {
        return with(
                source.contractId(), source.currency(), source.projectId(), source.seconds(), new BigDecimal(amount));
    }

    private WorkExample with(String contractId, String currency, String projectId, int seconds, BigDecimal ready) {
        return new WorkExample(new BillableSource(
                source.sourceId(),
                contractId,
                source.customerId(),
                source.poRequired(),
                source.poNumber(),
                currency,
                projectId,
                source.lineNo(),
                source.personId(),
                source.author(),
                source.description(),
                source.serviceDate(),
                seconds,
                source.price(),
                source.secondsPerUnit(),
                ready,
                source.granted(),
                source.limits(),
                source.portionNo(),
                source.perProject(),
                source.disbursement(),
                List.of()));
    }

    /** Under the limit of an order, of which so much is reserved. */
    WorkExample granted(String poNumber, String amount) {
        return with(false, poNumber, new BigDecimal(amount), List.of(FundLimit.order(poNumber, BigDecimal.TEN)));
    }

    WorkExample limits(FundLimit... limits) {
        return with(source.poRequired(), source.poNumber(), source.granted(), List.of(limits));
    }

    WorkExample order(boolean required, @Nullable String poNumber) {
        return with(required, poNumber, source.granted(), source.limits());
    }

    private WorkExample with(
            boolean poRequired, @Nullable String poNumber, BigDecimal granted, List<FundLimit> limits) {
        return new WorkExample(new BillableSource(
                source.sourceId(),
                source.contractId(),
                source.customerId(),
                poRequired,
                poNumber,
                source.currency(),
                source.projectId(),
                source.lineNo(),
                source.personId(),
                source.author(),
                source.description(),
                source.serviceDate(),
                source.seconds(),
                source.price(),
                source.secondsPerUnit(),
                source.ready(),
                granted,
                limits,
                source.portionNo(),
                source.perProject(),
                source.disbursement(),
                List.of()));
    }

    /** Accepted by the customer, or due by its day. */
    WorkExample enteredByNobody() {
        return new WorkExample(new BillableSource(
                source.sourceId(),
                source.contractId(),
                source.customerId(),
                source.poRequired(),
                source.poNumber(),
                source.currency(),
                source.projectId(),
                source.lineNo(),
                source.personId(),
                null,
                source.description(),
                source.serviceDate(),
                source.seconds(),
                source.price(),
                source.secondsPerUnit(),
                source.ready(),
                source.granted(),
                source.limits(),
                source.portionNo(),
                source.perProject(),
                source.disbursement(),
                List.of()));
    }

    /** Worked on that day. */
    WorkExample on(LocalDate day) {
        return new WorkExample(new BillableSource(
                source.sourceId(),
                source.contractId(),
                source.customerId(),
                source.poRequired(),
                source.poNumber(),
                source.currency(),
                source.projectId(),
                source.lineNo(),
                source.personId(),
                source.author(),
                source.description(),
                day,
                source.seconds(),
                source.price(),
                source.secondsPerUnit(),
                source.ready(),
                source.granted(),
                source.limits(),
                source.portionNo(),
                source.perProject(),
                source.disbursement(),
                source.held()));
    }

    /** Of which a draft or invoice has that much. */
    WorkExample held(String invoiceId, @Nullable String payerId, int seconds, String amount) {
        return held(new BillableSource.Held(invoiceId, payerId, seconds, new BigDecimal(amount), true));
    }

    /** Of which an interrupted run holds the funds of that much for a draft. */
    WorkExample promised(String invoiceId, @Nullable String payerId, String amount) {
        return held(new BillableSource.Held(invoiceId, payerId, 0, new BigDecimal(amount), false));
    }

    private WorkExample held(BillableSource.Held part) {
        var held = new ArrayList<>(source.held());
        held.add(part);
        return new WorkExample(new BillableSource(
                source.sourceId(),
                source.contractId(),
                source.customerId(),
                source.poRequired(),
                source.poNumber(),
                source.currency(),
                source.projectId(),
                source.lineNo(),
                source.personId(),
                source.author(),
                source.description(),
                source.serviceDate(),
                source.seconds(),
                source.price(),
                source.secondsPerUnit(),
                source.ready(),
                source.granted(),
                source.limits(),
                source.portionNo(),
                source.perProject(),
                source.disbursement(),
                held));
    }

    WorkExample priced(String price) {
        return with(source.personId(), source.description(), new BigDecimal(price), source.portionNo(), false, false);
    }

    WorkExample portion(int portionNo) {
        return with(source.personId(), source.description(), source.price(), portionNo, false, false);
    }

    WorkExample perProject() {
        return with(source.personId(), source.description(), source.price(), source.portionNo(), true, false);
    }

    WorkExample disbursed() {
        return with(source.personId(), source.description(), source.price(), source.portionNo(), false, true);
    }

    /** Billed by its amount alone. */
    WorkExample item(@Nullable String personId, @Nullable String description) {
        return with(personId, description, null, source.portionNo(), false, false);
    }

    private WorkExample with(
            @Nullable String personId,
            @Nullable String description,
            @Nullable BigDecimal price,
            int portionNo,
            boolean perProject,
            boolean disbursement) {
        return new WorkExample(new BillableSource(
                source.sourceId(),
                source.contractId(),
                source.customerId(),
                source.poRequired(),
                source.poNumber(),
                source.currency(),
                source.projectId(),
                source.lineNo(),
                personId,
                source.author(),
                description,
                source.serviceDate(),
                source.seconds(),
                price,
                price == null ? null : source.secondsPerUnit(),
                source.ready(),
                source.granted(),
                source.limits(),
                portionNo,
                perProject,
                disbursement,
                List.of()));
    }
}
