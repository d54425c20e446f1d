package io.fairlead.registry;

import java.util.List;

/** Takes versions away: softly first, then for good. Schemas themselves stay readable by id. */
final class Deletion {

    private final Registry registry;

    Deletion(Registry registry) {
        this.registry = registry;
    }

    /** Numbers of the versions taken away. */
    List<Integer> subject(String subject, boolean permanent) {
        return registry.change(() -> {
            registry.requireChangeable(subject, registry.mode(subject));
            var all = registry.existing(subject, true);
            var live = all.stream().filter(version -> !version.deleted()).toList();
            if (!permanent && live.isEmpty()) {
                throw RegistryProblem.subjectSoftDeleted(subject);
            }
            if (permanent && !live.isEmpty()) {
                throw RegistryProblem.subjectNotSoftDeleted(subject);
            }
            var going = permanent ? all : live;
            going.forEach(version -> take(version, permanent));
            if (permanent) {
                registry.tables().removeLevel(subject);
                registry.tables().removeMode(subject);
            }
            return going.stream().map(Registered::version).toList();
        });
    }

    /** Number of the version taken away. */
    int version(String subject, Version wanted, boolean permanent) {
        return registry.change(() -> {
            registry.requireChangeable(subject, registry.mode(subject));
            var version = registry.version(subject, wanted, !wanted.latest());
            if (permanent && !version.deleted()) {
                throw RegistryProblem.versionNotSoftDeleted(subject, version.version());
            }
            if (!permanent && version.deleted()) {
                throw RegistryProblem.versionSoftDeleted(subject, version.version());
            }
            take(version, permanent);
            return version.version();
        });
    }

    private void take(Registered version, boolean permanent) {
        if (registry.isKept(version)) {
            throw RegistryProblem.ownSubject(version.subject());
        }
        var tables = registry.tables();
        if (!tables.referencedBy(version.subject(), version.version()).isEmpty()) {
            throw RegistryProblem.referenced(version.subject(), version.version());
        }
        if (permanent) {
            tables.removeVersion(version.subject(), version.version());
        } else {
            tables.markDeleted(version.subject(), version.version());
        }
    }
}
