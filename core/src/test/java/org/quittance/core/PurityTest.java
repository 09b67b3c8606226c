package org.quittance.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What makes the decisions replayable: they depend on nothing but their arguments. */
@AnalyzeClasses(packages = "org.quittance.core", importOptions = DoNotIncludeTests.class)
class PurityTest {

    private static final DescribedPredicate<JavaMethodCall> ASKS_THE_TIME = DescribedPredicate.describe(
            "asks what time or day it is",
            call -> call.getName().equals("now")
                    && call.getTargetOwner().getPackageName().startsWith("java.time"));

    @ArchTest
    static final ArchRule noDecisionAsksTheClock = noClasses().should().callMethodWhere(ASKS_THE_TIME);

    @ArchTest
    static final ArchRule noDecisionTouchesTheWorldOutside = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.io..",
                    "java.nio.file..",
                    "java.net..",
                    "java.sql..",
                    "javax..",
                    "java.util.logging..",
                    "java.awt..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.Thread");

    @ArchTest
    static final ArchRule nothingButTheJdkIsNeeded = noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "org.quittance.core..", "org.jspecify..");

    @ArchTest
    static final ArchRule packagesDependInOneDirection =
            slices().matching("org.quittance.core.(*)..").should().beFreeOfCycles();
}
