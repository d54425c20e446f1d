package io.fairlead.registry;

import io.fairlead.schema.StorableText;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers and finds schemas, for the HTTP side of the registry. Each change is one transaction, one after the other. */
public final class Registry {

    private static final int SUBJECT_CHARS_MAX = 512;

    /** Room above it, so that no import uses up the ids. */
    private static final int IMPORTED_ID_MAX = 1_000_000_000;

    private final RegistryTables tables;
    private final TransactionTemplate transaction;
    private final SchemaText.Reader reader;
    private final Compatibility compatibility;
    private final OwnSubjects own;

    /**
     * The registry in schema {@code registry} of a database that {@link RegistryConfiguration#migrate} has prepared.
     *
     * @param dataSource its connections
     * @param own schemas that subjects of the application's topics are kept for
     */
    public Registry(DataSource dataSource, OwnSchemas own) {
        this.tables = new RegistryTables(dataSource);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        this.reader = new SchemaText.Reader(tables);
        this.compatibility = new Compatibility(reader);
        this.own = new OwnSubjects(own);
    }

    /**
     * The schema's id, the same in all subjects; a new version of the subject unless it has the schema already.
     *
     * @param id wished by an import from another registry; 0 when none
     * @param version wished likewise
     */
    int register(String subject, String text, List<Reference> references, int id, int version) {
        requireValid(subject);
        var schema = reader.read(text, references);
        var known = find(subject, schema, false);
        if (known.isPresent() && id <= 0) {
            return known.get().id();
        }
        own.requireFitting(subject, schema.schema());
        return change(() -> insert(subject, schema, id, version));
    }

    private int insert(String subject, SchemaText schema, int wishedId, int wishedVersion) {
        var mode = mode(subject);
        requireChangeable(subject, mode);
        boolean imports = wishedId > 0;
        if (imports != (mode == Mode.IMPORT)) {
            throw RegistryProblem.notPermitted("Subject '" + subject
                    + (imports ? "' is not in import mode: leave out the id" : "' is in import mode: give an id"));
        }
        var known = find(subject, schema, false);
        if (known.isPresent()) {
            return sameId(known.get().id(), wishedId);
        }
        var all = tables.versions(subject);
        int next = all.isEmpty() ? 1 : all.getLast().version() + 1;
        boolean namesVersion = wishedVersion > 0;
        if (namesVersion && !imports && wishedVersion != next) {
            throw RegistryProblem.invalidVersion(String.valueOf(wishedVersion));
        }
        if (!imports) {
            requireCompatible(subject, schema, all);
        }
        int version = namesVersion ? wishedVersion : next;
        if (all.stream().anyMatch(one -> one.version() == version)) {
            throw RegistryProblem.notPermitted(
                    "Subject '" + subject + "' has another schema as version " + version + " already");
        }
        int id = store(schema, wishedId);
        tables.insertVersion(subject, version, id);
        return id;
    }

    private void requireCompatible(String subject, SchemaText schema, List<Registered> all) {
        var live = all.stream()
                .filter(version -> !version.deleted() && !isStray(version))
                .toList();
        var objections = compatibility.objections(schema.schema(), live, level(subject));
        if (!objections.isEmpty()) {
            throw RegistryProblem.incompatible(objections.toString());
        }
    }

    /** Whether it got into an own subject before those were kept. */
    private boolean isStray(Registered version) {
        return OwnSubjects.isOwn(version.subject()) && !isKept(version);
    }

    /** Whether it belongs to the application's topics for good. */
    boolean isKept(Registered version) {
        return OwnSubjects.isOwn(version.subject())
                && own.holds(
                        version.subject(),
                        reader.read(version.text(), version.references()).schema());
    }

    private int store(SchemaText schema, int wished) {
        var known = tables.idOf(schema.fingerprint());
        if (known.isPresent()) {
            return sameId(known.get(), wished);
        }
        boolean imports = wished > 0;
        if (wished > IMPORTED_ID_MAX) {
            throw RegistryProblem.notPermitted("Id " + wished + " is too large: up to " + IMPORTED_ID_MAX);
        }
        if (imports && tables.textOf(wished).isPresent()) {
            throw RegistryProblem.notPermitted("Another schema has id " + wished + " already");
        }
        int id = imports ? wished : tables.nextId();
        tables.insertSchema(id, schema.fingerprint(), schema.text(), schema.references());
        return id;
    }

    private static int sameId(int found, int wished) {
        if (wished > 0 && wished != found) {
            throw RegistryProblem.otherId(found, wished);
        }
        return found;
    }

    /** The version that holds exactly this schema. */
    Registered lookUp(String subject, String text, List<Reference> references, boolean deleted) {
        var schema = reader.read(text, references);
        var _ = existing(subject, deleted);
        return find(subject, schema, deleted).orElseThrow(() -> RegistryProblem.schemaNotFound(""));
    }

    private Optional<Registered> find(String subject, SchemaText schema, boolean deleted) {
        var id = tables.idOf(schema.fingerprint());
        return id.flatMap(known -> tables.placesOf(known).stream()
                .filter(place -> place.subject().equals(subject) && (deleted || !place.deleted()))
                .reduce((first, second) -> second));
    }

    /** Versions of a subject that is there, ascending. */
    List<Registered> existing(String subject, boolean deleted) {
        var versions = tables.versions(subject).stream()
                .filter(version -> deleted || !version.deleted())
                .toList();
        if (versions.isEmpty()) {
            throw RegistryProblem.subjectNotFound(subject);
        }
        return versions;
    }

    Registered version(String subject, Version wanted, boolean deleted) {
        var versions = existing(subject, deleted);
        if (wanted.latest()) {
            return versions.getLast();
        }
        return versions.stream()
                .filter(version -> version.version() == wanted.number())
                .findFirst()
                .orElseThrow(() -> RegistryProblem.versionNotFound(wanted.number()));
    }

    /**
     * Why a schema could not follow in a subject; empty when it could.
     *
     * @param against one version, or null for what the subject's level demands
     */
    List<String> objections(String subject, String text, List<Reference> references, @Nullable Version against) {
        var schema = reader.read(text, references).schema();
        var live = tables.versions(subject).stream()
                .filter(version -> !version.deleted())
                .toList();
        if (against == null || (against.latest() && live.isEmpty())) {
            return compatibility.objections(schema, live, level(subject));
        }
        return compatibility.objections(schema, List.of(version(subject, against, false)), level(subject));
    }

    Level level(String subject) {
        if (OwnSubjects.isOwn(subject)) {
            return Level.BACKWARD_TRANSITIVE;
        }
        return tables.level(subject)
                .or(() -> tables.level(RegistryTables.GLOBAL))
                .orElse(Level.BACKWARD_TRANSITIVE);
    }

    Mode mode(String subject) {
        if (OwnSubjects.isOwn(subject)) {
            return Mode.READWRITE;
        }
        var global = tables.mode(RegistryTables.GLOBAL).orElse(Mode.READWRITE);
        return global == Mode.READONLY_OVERRIDE ? global : tables.mode(subject).orElse(global);
    }

    void requireChangeable(String subject, Mode mode) {
        if (!mode.takesChanges()) {
            throw RegistryProblem.notPermitted("Subject '" + subject + "' is in " + mode + " mode");
        }
    }

    static void requireValid(String subject) {
        if (!StorableText.isVisible(subject)
                || subject.length() > SUBJECT_CHARS_MAX
                || subject.chars().anyMatch(Character::isISOControl)) {
            throw RegistryProblem.invalidSubject(subject);
        }
    }

    /** Runs one change alone, in one transaction. */
    <T> T change(Supplier<T> step) {
        return Objects.requireNonNull(transaction.execute(status -> {
            tables.lock();
            return step.get();
        }));
    }

    /** Changes mode or level of a subject, or of the whole registry, whose own subjects do not follow. */
    <T> T changeSettings(String subject, Supplier<T> step) {
        OwnSubjects.requireForeign(subject);
        return change(step);
    }

    RegistryTables tables() {
        return tables;
    }
}
