package org.quittance.formats;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The readers stand on core and on their libraries, and are useful without the application. */
@AnalyzeClasses(packages = "org.quittance.formats", importOptions = DoNotIncludeTests.class)
class LadderTest {

    @ArchTest
    static final ArchRule onlyWhatStandsBelow = noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..",
                    "javax.xml..",
                    "org.quittance.core..",
                    "org.quittance.formats..",
                    "org.jspecify..",
                    "de.siegmar..",
                    "org.dhatim..",
                    "org.apache.pdfbox..",
                    "jakarta.mail..",
                    "org.jsoup..",
                    "org.w3c.dom..",
                    "org.xml.sax..");

    @ArchTest
    static final ArchRule packagesDependInOneDirection =
            slices().matching("org.quittance.formats.(*)..").should().beFreeOfCycles();
}
