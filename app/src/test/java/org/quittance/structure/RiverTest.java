package org.quittance.structure;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.quittance.QuittanceApplication;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The river: a module imports only from above itself, and nobody imports the edges. */
class RiverTest {

    /** From the source to the mouth; the edges drive the others and are imported by no module. */
    private static final List<String> RIVER = List.of(
            "platform",
            "audit",
            "identity",
            "ledger",
            "copies",
            "correspondence",
            "respondents",
            "cash",
            "disputes",
            "collections");

    private static final List<String> EDGES = List.of("intake", "web", "cli", "demo");

    /** The rooms of the largest module, each before those that use it; what stands in none of them is for all. */
    private static final List<String> ROOMS = List.of(
            "strategy",
            "decision",
            "contact",
            "agreement",
            "interest",
            "behaviour",
            "escalation",
            "trial",
            "reminder",
            "gate",
            "call",
            "worklist",
            "team",
            "guide");

    private static final ApplicationModules MODULES = ApplicationModules.of(
            QuittanceApplication.class,
            resideInAnyPackage(
                    "org.quittance.core..",
                    "org.quittance.formats..",
                    "org.quittance.db..",
                    "org.quittance.templates.."));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.quittance");

    @Test
    void everyModuleKeepsToWhatItMayImport() {
        MODULES.verify();
        new Documenter(MODULES).writeModulesAsPlantUml();
    }

    @Test
    void noModuleImportsFromBelowItselfOrFromAnEdge() {
        TreeSet<String> wrong = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            int here = RIVER.indexOf(moduleOf(type));
            if (here < 0) {
                continue;
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String other = moduleOf(dependency.getTargetClass());
                if (RIVER.indexOf(other) > here || EDGES.contains(other)) {
                    wrong.add(dependency.getDescription());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aRoomOfCollectionsUsesOnlyThoseBeforeIt() {
        TreeSet<String> wrong = new TreeSet<>();
        TreeSet<String> rooms = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (!moduleOf(type).equals("collections")) {
                continue;
            }
            String room = roomOf(type);
            if (!room.isEmpty()) {
                rooms.add(room);
            }
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass other = dependency.getTargetClass();
                if (moduleOf(other).equals("collections") && ROOMS.indexOf(roomOf(other)) > ROOMS.indexOf(room)) {
                    wrong.add(dependency.getDescription());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(rooms).containsExactlyInAnyOrderElementsOf(ROOMS);
    }

    /** The job table and the settings of the platform are everybody's. */
    @Test
    void everyModuleTouchesItsOwnTablesAndOfTheOthersOnlyThePublishedViews() {
        TreeSet<String> wrong = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            String module = moduleOf(type);
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String table = dependency.getTargetClass().getName();
                if (module.isEmpty() || !table.startsWith("org.quittance.db.")) {
                    continue;
                }
                String schema = table.split("\\.", -1)[3];
                boolean isTable = table.contains(".tables.");
                boolean isPublished = table.endsWith("View") || table.endsWith("ViewRecord");
                if (isTable && !schema.equals(module) && !schema.equals("platform") && !isPublished) {
                    wrong.add(type.getSimpleName() + " of " + module + " touches " + table);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String roomOf(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        return parts.length > 3 ? parts[3] : "";
    }

    private static String moduleOf(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        boolean isOurs = parts.length > 2 && parts[0].equals("org") && parts[1].equals("quittance");
        return isOurs && (RIVER.contains(parts[2]) || EDGES.contains(parts[2])) ? parts[2] : "";
    }
}
