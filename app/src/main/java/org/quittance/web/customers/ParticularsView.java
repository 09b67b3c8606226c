package org.quittance.web.customers;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quittance.core.ledger.CashDiscount;
import org.quittance.core.ledger.LetterWay;
import org.quittance.core.ledger.Trait;
import org.quittance.core.money.Money;
import org.quittance.correspondence.letter.Language;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.CustomerTraits;
import org.quittance.ledger.CustomerView;
import org.quittance.web.page.Problems;

/**
 * What is known of a customer and agreed on its accounts, to be changed.
 *
 * @param traits what it is before the law, the latest first
 * @param traitForm what was typed of a new trait
 * @param sent the form of an account that was refused; null where none was
 * @param maySetLimits whether the viewer may also change credit limits
 */
public record ParticularsView(
        CustomerView customer,
        ParticularsForm form,
        List<CustomerTraits.Noted> traits,
        TraitForm traitForm,
        @Nullable AccountForm sent,
        boolean maySetLimits,
        Problems problems) {

    public ParticularsView {
        traits = List.copyOf(traits);
    }

    public Trait[] kinds() {
        return Trait.values();
    }

    /** Who applies cash or works accounts changes no master data. */
    public static boolean isFor(Viewer viewer) {
        return viewer.isAny(Role.TEAM_LEAD, Role.MANAGER);
    }

    public LetterWay[] letterWays() {
        return LetterWay.values();
    }

    public Language[] languages() {
        return Language.values();
    }

    public String terms(CustomerView.Account account) {
        return sent(account).map(AccountForm::termsDays).orElseGet(() -> String.valueOf(account.termsDays()));
    }

    public String limit(CustomerView.Account account) {
        Long kept = account.limitMinor();
        return sent(account)
                .map(AccountForm::limit)
                .orElseGet(() -> kept == null
                        ? ""
                        : Money.ofMinor(kept, account.entityCurrency())
                                .toDecimal()
                                .toPlainString());
    }

    public String discountPercent(CustomerView.Account account) {
        CashDiscount kept = account.discount();
        return sent(account).map(AccountForm::discountPercent).orElseGet(() -> kept == null ? "" : kept.percent());
    }

    public String discountDays(CustomerView.Account account) {
        CashDiscount kept = account.discount();
        return sent(account)
                .map(AccountForm::discountDays)
                .orElseGet(() -> kept == null ? "" : String.valueOf(kept.days()));
    }

    public String virtualAccount(CustomerView.Account account) {
        return sent(account).map(AccountForm::virtualAccount).orElseGet(account::virtualAccount);
    }

    private Optional<AccountForm> sent(CustomerView.Account account) {
        return Optional.ofNullable(sent).filter(form -> form.account() == account.id());
    }
}
