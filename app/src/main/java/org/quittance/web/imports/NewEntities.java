package org.quittance.web.imports;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.quittance.intake.UnknownEntity;
import org.quittance.intake.Upload;
import org.quittance.intake.Uploads;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Problems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One answer for all company codes of a file that are not known here. */
@Component
class NewEntities {

    private final Uploads uploads;
    private final LegalEntities entities;
    private final TransactionTemplate transaction;

    NewEntities(Uploads uploads, LegalEntities entities, TransactionTemplate transaction) {
        this.uploads = uploads;
        this.entities = entities;
        this.transaction = transaction;
    }

    /** A line for each, with the currency of the file and the country of the first entity to begin with. */
    List<NewEntityLine> proposed(Upload upload) {
        LegalEntity first = entities.all().stream().findFirst().orElse(null);
        String currency = upload.currency() != null ? upload.currency() : first == null ? "" : first.currency();
        String country = first == null ? "" : first.country();
        return unknown(upload).stream()
                .map(unknown -> new NewEntityLine(unknown.code(), unknown.lines(), unknown.code(), currency, country))
                .toList();
    }

    /** The lines as they were sent; a field that the form left out is empty. */
    List<NewEntityLine> sent(Upload upload, UnaryOperator<String> field) {
        return unknown(upload).stream()
                .map(unknown -> new NewEntityLine(
                        unknown.code(),
                        unknown.lines(),
                        field.apply("name-" + unknown.code()),
                        field.apply("currency-" + unknown.code()),
                        field.apply("country-" + unknown.code())))
                .toList();
    }

    /** Adds all of them, or none and says why. */
    Problems add(List<NewEntityLine> lines, String actor) {
        Problems problems = Problems.none();
        for (NewEntityLine line : lines) {
            problems = line.problems(problems);
        }
        if (problems.isEmpty()) {
            transaction.executeWithoutResult(_ -> lines.forEach(line -> entities.add(entity(line), actor)));
        }
        return problems;
    }

    /** None before the file is read; and codes that somebody has added since are known. */
    private List<UnknownEntity> unknown(Upload upload) {
        List<UnknownEntity> unknown = upload.state().isUnderWay() ? List.of() : uploads.unknownEntities(upload.id());
        if (unknown.isEmpty()) {
            return unknown;
        }
        Set<String> known = entities.all().stream().map(LegalEntity::code).collect(Collectors.toSet());
        return unknown.stream().filter(each -> !known.contains(each.code())).toList();
    }

    private static LegalEntity entity(NewEntityLine line) {
        return new LegalEntity(
                0, line.code(), line.name(), line.currency(), line.country(), "en", "main", "", "", "", "");
    }
}
