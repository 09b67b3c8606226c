package org.quittance.web.entities;

import java.util.Arrays;
import java.util.Locale;
import org.quittance.cash.BankAccounts;
import org.quittance.correspondence.letter.Language;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Adds legal entities and bank accounts. */
@Controller
public class EntitiesController {

    private final LegalEntities entities;
    private final BankAccounts bankAccounts;

    EntitiesController(LegalEntities entities, BankAccounts bankAccounts) {
        this.entities = entities;
        this.bankAccounts = bankAccounts;
    }

    /** What the form for an entity sends. */
    public record NewEntity(
            String code,
            String name,
            String currency,
            String country,
            String language,
            String address,
            String email,
            String iban,
            String bic) {

        static NewEntity empty(String code) {
            return new NewEntity(code, "", "", "", "en", "", "", "", "");
        }
    }

    /** What the form for a bank account sends. */
    public record NewBankAccount(long entity, String account, String currency, String name) {

        static NewBankAccount empty() {
            return new NewBankAccount(0, "", "", "");
        }
    }

    @GetMapping("/entities")
    Page list(@RequestParam(defaultValue = "") String code) {
        return page(NewEntity.empty(code), NewBankAccount.empty(), Problems.none());
    }

    @PostMapping("/entities")
    Answer add(NewEntity form, Viewer viewer) {
        Problems problems = Problems.none();
        if (form.code().isBlank()) {
            problems = problems.and("code", "Give the company code as your ERP's extracts name it.");
        } else if (entities.byCode(form.code().strip()).isPresent()) {
            problems = problems.and("code", "There is a legal entity with this code already.");
        }
        if (form.name().isBlank()) {
            problems = problems.and("name", "Give the registered name; it stands on every letter.");
        }
        if (Typed.currency(form.currency()).isEmpty()) {
            problems = problems.and("currency", "Give the three letters of a currency, such as EUR.");
        }
        if (Typed.country(form.country()).isEmpty()) {
            problems = problems.and("country", "Give the two letters of a country, such as DE.");
        }
        if (Arrays.stream(Language.values()).noneMatch(known -> known.code().equals(form.language()))) {
            problems = problems.and("language", "Choose a language in which letters are written.");
        }
        if (!problems.isEmpty()) {
            return page(form, NewBankAccount.empty(), problems).refused();
        }
        LegalEntity added = entities.add(
                new LegalEntity(
                        0,
                        form.code().strip(),
                        form.name().strip(),
                        form.currency().strip().toUpperCase(Locale.ROOT),
                        form.country().strip().toUpperCase(Locale.ROOT),
                        form.language(),
                        "main",
                        form.address().strip(),
                        form.email().strip(),
                        form.iban().strip(),
                        form.bic().strip()),
                viewer.login());
        return Redirect.to("/entities").saying(added.code() + " " + added.name() + " is added.");
    }

    @PostMapping("/entities/bank-accounts")
    Answer addBankAccount(NewBankAccount form, Viewer viewer) {
        Problems problems = Problems.none();
        if (form.account().isBlank()) {
            problems = problems.and("account", "Give the IBAN or account number as the bank's statements name it.");
        } else if (bankAccounts.byAccount(form.account()).isPresent()) {
            problems = problems.and("account", "This bank account is known already.");
        }
        if (Typed.currency(form.currency()).isEmpty()) {
            problems = problems.and("accountCurrency", "Give the three letters of a currency, such as EUR.");
        }
        if (!problems.isEmpty()) {
            return page(NewEntity.empty(""), form, problems).refused();
        }
        bankAccounts.add(
                form.entity(),
                form.account(),
                form.currency().strip().toUpperCase(Locale.ROOT),
                form.name().isBlank() ? form.account() : form.name().strip(),
                viewer.login());
        return Redirect.to("/entities").saying("The bank account is added; its statements can be imported.");
    }

    private Page page(NewEntity entity, NewBankAccount bankAccount, Problems problems) {
        return Page.of(
                "entities/list",
                "Legal entities",
                new EntitiesView(entities.all(), bankAccounts.all(), entity, bankAccount, problems));
    }
}
