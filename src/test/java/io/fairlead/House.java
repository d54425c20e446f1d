package io.fairlead;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Set;
import java.util.stream.Collectors;

/** The compiled house, read once for all checks. */
final class House {

    /** Types that people wrote in main sources, outermost ones by their full names. */
    static final Set<String> WRITTEN = written();

    /** Main classes only: those of a package that people wrote, or generated ones. */
    static final JavaClasses MAIN = main();

    private static Set<String> written() {
        return Sources.MAIN.values().stream()
                .flatMap(folder -> Sources.java(folder).stream()
                        .map(source -> source.packageIn(folder) + "."
                                + source.path().getFileName().toString().replace(".java", "")))
                .collect(Collectors.toSet());
    }

    private static JavaClasses main() {
        // What others wrote matters by name only; reading their jars takes minutes.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .importPackages("io.fairlead")
                .that(DescribedPredicate.describe("of the house", type -> {
                    var outermost = type.getName().replaceAll("\\$.*", "");
                    return WRITTEN.contains(outermost)
                            || type.getPackageName().matches("io\\.fairlead\\.[a-z]+\\.event")
                            || type.getPackageName().startsWith("io.fairlead.projection.db")
                            || type.getPackageName().startsWith("io.fairlead.gateway.db");
                }));
    }

    private House() {}
}
