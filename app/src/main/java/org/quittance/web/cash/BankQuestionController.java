package org.quittance.web.cash;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quittance.cash.BankAddresses;
import org.quittance.cash.BankAddresses.Bank;
import org.quittance.cash.BankAddresses.KeptAccount;
import org.quittance.cash.PaymentReader;
import org.quittance.cash.PaymentView;
import org.quittance.correspondence.MailAddress;
import org.quittance.correspondence.letter.BankQuestion;
import org.quittance.correspondence.letter.Language;
import org.quittance.correspondence.letter.Sender;
import org.quittance.correspondence.letter.Signature;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.ledger.LegalEntities;
import org.quittance.ledger.LegalEntity;
import org.quittance.platform.BusinessClock;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks the bank who the payer of a line is: a letter to print, and a draft of an e-mail where the bank has an address. */
@Controller
class BankQuestionController {

    private final PaymentReader payments;
    private final BankAddresses banks;
    private final LegalEntities entities;
    private final BusinessClock clock;

    BankQuestionController(PaymentReader payments, BankAddresses banks, LegalEntities entities, BusinessClock clock) {
        this.payments = payments;
        this.banks = banks;
        this.entities = entities;
        this.clock = clock;
    }

    @GetMapping("/cash/payments/{id}/bank")
    Page question(@PathVariable long id, Viewer viewer) {
        return page(received(id, viewer), null, Problems.none(), viewer);
    }

    @GetMapping("/cash/payments/{id}/bank/letter")
    ResponseEntity<byte[]> letter(@PathVariable long id, Viewer viewer) {
        PaymentView view = received(id, viewer);
        KeptAccount account = account(view);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("question-P%d-%s.pdf".formatted(id, clock.today()))
                                .build()
                                .toString())
                .body(letter(view, account, bank(account), viewer).pdf());
    }

    /** Says where the bank is asked. It is kept for the account, and counts for the next question too. */
    @PostMapping("/cash/payments/{id}/bank")
    Answer address(
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam String address,
            @RequestParam String country,
            @RequestParam String language,
            @RequestParam String email,
            Viewer viewer) {
        PaymentView view = received(id, viewer);
        if (!viewer.isAny(Role.TEAM_LEAD, Role.MANAGER)) {
            throw PageRefused.forbidden("The team lead or the credit manager enters where a bank is asked.");
        }
        Bank typed = new Bank(
                Typed.text(name),
                Typed.text(address),
                Typed.text(country),
                Language.ofCode(language).code(),
                Typed.text(email));
        Problems problems = problems(typed);
        if (!problems.isEmpty()) {
            return page(view, typed, problems, viewer).refused();
        }
        Bank bank = new Bank(
                typed.name(),
                typed.address(),
                Typed.country(typed.country()).orElse(""),
                typed.language(),
                typed.email());
        banks.set(account(view).bankAccountId(), bank, viewer);
        return Redirect.to("/cash/payments/" + id + "/bank")
                .saying("%s is kept as the bank of this account.".formatted(bank.name()));
    }

    private static Problems problems(Bank typed) {
        if (typed.name().isEmpty()) {
            return Problems.at("name", "Enter the name of the bank.");
        }
        if (!typed.country().isEmpty() && Typed.country(typed.country()).isEmpty()) {
            return Problems.at("country", typed.country() + " is no country. Enter two letters such as GB.");
        }
        return typed.email().isEmpty() || MailAddress.parse(typed.email(), "").isPresent()
                ? Problems.none()
                : Problems.at("email", typed.email() + " is not an e-mail address.");
    }

    private Page page(PaymentView view, @Nullable Bank typed, Problems problems, Viewer viewer) {
        KeptAccount account = account(view);
        Bank bank = typed == null ? bank(account) : typed;
        return Page.of(
                "cash/bankQuestion",
                "Ask the bank about P" + view.line().id(),
                new BankQuestionView(view, account, bank, letter(view, account, bank(account), viewer), problems));
    }

    /** What is kept; else a bank without an address, in the language of our own letters, to be addressed by hand. */
    private Bank bank(KeptAccount account) {
        Bank kept = account.bank();
        return kept == null
                ? new Bank(
                        "", "", "", Language.ofCode(entity(account).language()).code(), "")
                : kept;
    }

    private BankQuestion letter(PaymentView view, KeptAccount account, Bank bank, Viewer viewer) {
        LegalEntity entity = entity(account);
        PaymentView.BankLine line = view.line();
        return new BankQuestion(
                clock.today(),
                Language.ofCode(bank.language()),
                new Sender(entity.name(), lines(entity.address()), entity.email(), ""),
                new BankQuestion.Bank(
                        bank.name().isEmpty() ? account.name() : bank.name(), lines(bank.address()), bank.country()),
                account.account(),
                new BankQuestion.Line(
                        line.bookingDate(),
                        line.amount(),
                        line.bankReference(),
                        line.endToEnd(),
                        String.join(" ", line.payerName(), line.payerAccount()),
                        line.remittance()),
                new Signature(viewer.name(), "", "", entity.email()));
    }

    private LegalEntity entity(KeptAccount account) {
        return entities.byId(account.entityId());
    }

    private static List<String> lines(String address) {
        return address.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private KeptAccount account(PaymentView view) {
        return banks.ofPayment(view.line().id()).orElseThrow();
    }

    private PaymentView received(long id, Viewer viewer) {
        return payments.payment(id, viewer)
                .filter(view -> view.line().received())
                .orElseThrow(() -> PageRefused.notFound("There is no money P" + id + " to ask a bank about."));
    }
}
