package org.quittance.demo;

import org.quittance.identity.People;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.respondents.DirectoryOutcome;
import org.quittance.respondents.RespondentDirectory;
import org.quittance.respondents.RespondentDraft;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who at Halden & Rowe is asked by mail: a sales owner, trade, billing and service. */
@Component
class DemoRespondents {

    static final String DOMAIN = "halden-rowe.example";

    private final RespondentDirectory directory;
    private final LegalEntities entities;
    private final People people;

    DemoRespondents(RespondentDirectory directory, LegalEntities entities, People people) {
        this.directory = directory;
        this.entities = entities;
        this.people = people;
    }

    /** Once: where somebody is a respondent, nobody is added. */
    @Transactional
    public void enter() {
        if (!directory.all().isEmpty()) {
            return;
        }
        Viewer maria = people.credentials("maria").orElseThrow().viewer();
        for (LegalEntity entity : entities.all()) {
            done(directory.setDomains(entity.id(), DOMAIN, maria));
        }
        add(new RespondentDraft("Ruth Amsel", "ruth.amsel@" + DOMAIN, "Sales, key accounts", ""), maria);
        add(new RespondentDraft("Henrik Dahl", "henrik.dahl@" + DOMAIN, "Trade Division", "de"), maria);
        add(new RespondentDraft("Ines Faria", "ines.faria@" + DOMAIN, "Billing", ""), maria);
        add(new RespondentDraft("Luc Verbeke", "luc.verbeke@" + DOMAIN, "Service", "nl"), maria);
    }

    private void add(RespondentDraft draft, Viewer viewer) {
        done(directory.add(draft, viewer));
    }

    private static void done(DirectoryOutcome outcome) {
        if (!(outcome instanceof DirectoryOutcome.Done)) {
            throw new IllegalStateException("The demo's respondents were not entered: " + outcome);
        }
    }
}
