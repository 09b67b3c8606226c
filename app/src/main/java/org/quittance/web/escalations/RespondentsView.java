package org.quittance.web.escalations;

import java.util.List;
import java.util.Map;
import org.quittance.core.respondent.CompanyDomains;
import org.quittance.ledger.LegalEntity;
import org.quittance.respondents.Respondent;
import org.quittance.respondents.RespondentDraft;
import org.quittance.web.page.Problems;

/**
 * Who in the company may be asked by mail, and which domains are its own.
 *
 * @param publicAddress of this installation; empty where it is not known and no link is sent
 */
public record RespondentsView(
        List<Respondent> respondents,
        List<LegalEntity> entities,
        Map<Long, CompanyDomains> domains,
        String publicAddress,
        RespondentDraft draft,
        Problems problems) {

    static final RespondentDraft EMPTY = new RespondentDraft("", "", "", "");

    public RespondentsView {
        respondents = List.copyOf(respondents);
        entities = List.copyOf(entities);
        domains = Map.copyOf(domains);
    }

    public String domainsOf(LegalEntity entity) {
        return domains.getOrDefault(entity.id(), CompanyDomains.NONE).told();
    }

    /** The field in which the domains of an entity are typed. */
    public static String field(LegalEntity entity) {
        return "domains-" + entity.id();
    }
}
