package io.fairlead.view;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.CUSTOMER;
import static io.fairlead.projection.db.Tables.CUSTOMER_ALIAS;
import static io.fairlead.projection.db.Tables.PERSON;
import static io.fairlead.projection.db.Tables.PERSON_ALIAS;
import static io.fairlead.projection.db.Tables.PROJECT;
import static io.fairlead.projection.db.Tables.TASK;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.QuantifiedSelect;
import org.jooq.Record1;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Who and what an outside message means: the look-ups that intake and processes need before they send a command. */
public final class MasterDataIndex {

    private static final String START_DATE = "START_DATE";

    private final DSLContext db;

    public MasterDataIndex(DSLContext db) {
        this.db = db;
    }

    /**
     * Where time on a project, or on one of its tasks, goes.
     *
     * @param lineNo of the task when one was asked for, else of the project
     * @param timeClass of the task; null when none was asked for
     * @param zone IANA zone in which work dates are read
     * @param closedOn null means open
     * @param midnight START_DATE or SPLIT_AT_MIDNIGHT
     */
    public record WorkPlace(
            String projectId,
            String contractId,
            int lineNo,
            String customerId,
            String legalEntityId,
            String currency,
            String zone,
            @Nullable String taskId,
            @Nullable String timeClass,
            @Nullable LocalDate closedOn,
            String midnight) {}

    /** A person's employer and usual role. */
    public record Worker(
            String personId,
            String legalEntityId,
            String role,
            @Nullable LocalDate lastDay) {}

    /**
     * Empty when the project is unknown, or the task is not one of its tasks.
     *
     * @param taskId null asks for the project as a whole
     */
    public Optional<WorkPlace> workPlace(String projectId, @Nullable String taskId) {
        return workPlaces(List.of(projectId), taskId).stream()
                .filter(place -> taskId == null || taskId.equals(place.taskId()))
                .findAny();
    }

    /** Where time on each of the projects goes; unknown ones are left out. */
    public List<WorkPlace> workPlaces(Collection<String> projectIds) {
        return workPlaces(projectIds, null);
    }

    private List<WorkPlace> workPlaces(Collection<String> projectIds, @Nullable String taskId) {
        return db.select(
                        PROJECT.PROJECT_ID,
                        PROJECT.CONTRACT_ID,
                        DSL.coalesce(TASK.LINE_NO, PROJECT.LINE_NO),
                        PROJECT.CUSTOMER_ID,
                        PROJECT.LEGAL_ENTITY_ID,
                        PROJECT.CURRENCY,
                        PROJECT.ZONE,
                        TASK.TASK_ID,
                        TASK.TIME_CLASS,
                        PROJECT.CLOSED_ON,
                        DSL.coalesce(CONTRACT.MIDNIGHT, START_DATE))
                .from(PROJECT)
                .leftJoin(CONTRACT)
                .on(CONTRACT.CONTRACT_ID.eq(PROJECT.CONTRACT_ID))
                .leftJoin(TASK)
                .on(TASK.PROJECT_ID.eq(PROJECT.PROJECT_ID).and(TASK.TASK_ID.eq(DSL.val(taskId, String.class))))
                .where(PROJECT.PROJECT_ID.eq(any(projectIds)))
                .fetch(Records.mapping(WorkPlace::new));
    }

    /** Those of the people that are known. */
    public Set<String> people(Collection<String> personIds) {
        return db.select(PERSON.PERSON_ID)
                .from(PERSON)
                .where(PERSON.PERSON_ID.eq(any(personIds)))
                .fetchSet(PERSON.PERSON_ID);
    }

    /** One parameter for all of them, so that lists of each length share a statement. */
    private static QuantifiedSelect<Record1<String>> any(Collection<String> ids) {
        return DSL.any(ids.toArray(String[]::new));
    }

    /**
     * The customer of this id or outside name, of a merged one the one that lives on; empty when none or more than one is meant.
     *
     * @param day on which the name means it
     */
    public Optional<String> customer(String idOrAlias, LocalDate day) {
        var found = db.select(CUSTOMER.CUSTOMER_ID)
                .from(CUSTOMER)
                .where(CUSTOMER.CUSTOMER_ID.eq(idOrAlias))
                .union(DSL.select(CUSTOMER_ALIAS.CUSTOMER_ID)
                        .from(CUSTOMER_ALIAS)
                        .where(CUSTOMER_ALIAS.ALIAS.eq(idOrAlias))
                        .and(CUSTOMER_ALIAS.FROM_DATE.le(day))
                        .and(CUSTOMER_ALIAS.TO_DATE.isNull().or(CUSTOMER_ALIAS.TO_DATE.gt(day))))
                .fetch(CUSTOMER.CUSTOMER_ID);
        var merges = CustomerMerges.of(db);
        return only(found.stream().map(merges::livingOne).distinct().toList());
    }

    /** The person of this id or outside name; empty when none or more than one is meant. */
    public Optional<Worker> person(String idOrAlias) {
        return only(db.select(PERSON.PERSON_ID)
                        .from(PERSON)
                        .where(PERSON.PERSON_ID.eq(idOrAlias))
                        .union(DSL.select(PERSON_ALIAS.PERSON_ID)
                                .from(PERSON_ALIAS)
                                .where(PERSON_ALIAS.ALIAS.eq(idOrAlias)))
                        .fetch(PERSON.PERSON_ID))
                .flatMap(this::worker);
    }

    private Optional<Worker> worker(String personId) {
        return db.select(PERSON.PERSON_ID, PERSON.LEGAL_ENTITY_ID, PERSON.ROLE, PERSON.LAST_DAY)
                .from(PERSON)
                .where(PERSON.PERSON_ID.eq(personId))
                .fetchOptional(Records.mapping(Worker::new));
    }

    private static Optional<String> only(List<String> found) {
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
