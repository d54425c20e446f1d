package io.fairlead;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Collectors;

/** The classes of the house as its rules see them, read once for all of those. */
final class HouseClasses {

    static final JavaClasses ALL = house();

    /** Main classes only: those of a package that people wrote, or generated ones. */
    private static JavaClasses house() {
        // What others wrote matters by name only; reading their jars takes minutes.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        var written = Sources.MAIN.values().stream()
                .flatMap(folder -> Sources.java(folder).stream()
                        .map(source -> source.packageIn(folder) + "."
                                + source.path().getFileName().toString().replace(".java", "")))
                .collect(Collectors.toSet());
        return new ClassFileImporter()
                .importPackages("io.fairlead")
                .that(DescribedPredicate.describe("of the house", type -> {
                    var outermost = type.getName().replaceAll("\\$.*", "");
                    return written.contains(outermost)
                            || type.getPackageName().matches("io\\.fairlead\\.[a-z]+\\.event")
                            || type.getPackageName().startsWith("io.fairlead.projection.db")
                            || type.getPackageName().startsWith("io.fairlead.gateway.db");
                }));
    }

    private HouseClasses() {}
}
