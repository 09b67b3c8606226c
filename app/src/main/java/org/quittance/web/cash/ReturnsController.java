package org.quittance.web.cash;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.quittance.cash.DeskOutcome;
import org.quittance.cash.ReturnFees;
import org.quittance.cash.ReturnReader;
import org.quittance.cash.ReturnReader.Show;
import org.quittance.cash.ReturnView;
import org.quittance.cash.Returns;
import org.quittance.core.money.Money;
import org.quittance.identity.Role;
import org.quittance.identity.Viewer;
import org.quittance.platform.BusinessClock;
import org.quittance.web.export.TableExport;
import org.quittance.web.page.Answer;
import org.quittance.web.page.Page;
import org.quittance.web.page.PageRefused;
import org.quittance.web.page.Pager;
import org.quittance.web.page.Problems;
import org.quittance.web.page.Redirect;
import org.quittance.web.page.Typed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the banks took back: which payment each return belongs to, and the fee for it. */
@Controller
class ReturnsController {

    private static final int ROWS_SHOWN = 100;
    private static final int EXPORTED = 100_000;
    private static final String LIST = "/cash/returns";

    private final ReturnReader reader;
    private final Returns returns;
    private final ReturnFees fees;
    private final BusinessClock clock;

    ReturnsController(ReturnReader reader, Returns returns, ReturnFees fees, BusinessClock clock) {
        this.clock = clock;
        this.reader = reader;
        this.returns = returns;
        this.fees = fees;
    }

    @GetMapping(LIST)
    Page returns(@RequestParam(defaultValue = "ALL") Show show, @RequestParam(defaultValue = "0") int from) {
        int start = Math.max(0, from);
        List<ReturnView.Row> found = reader.rows(show, start, ROWS_SHOWN + 1);
        String more = LIST + "?show=" + show + "&from=";
        Pager pager = new Pager(
                start == 0 ? null : more + Math.max(0, start - ROWS_SHOWN),
                found.size() <= ROWS_SHOWN ? null : more + (start + ROWS_SHOWN));
        return Page.of(
                "cash/returns",
                "Returns",
                new ReturnsView(
                        found.subList(0, Math.min(found.size(), ROWS_SHOWN)),
                        show,
                        reader.waiting(),
                        reader.achWaiting(ROWS_SHOWN),
                        reader.achChanges(ROWS_SHOWN),
                        reader.fees(),
                        pager));
    }

    @GetMapping(LIST + "/export")
    void export(
            @RequestParam(defaultValue = "ALL") Show show,
            @RequestParam TableExport.Format format,
            HttpServletResponse response)
            throws IOException {
        new TableExport("returned payments " + clock.today(), ReturnTable.COLUMNS)
                .to(
                        response,
                        format,
                        reader.rows(show, 0, EXPORTED).stream()
                                .map(ReturnTable::row)
                                .toList());
    }

    @GetMapping(LIST + "/{id}")
    Page bankReturn(@PathVariable long id) {
        return page(id, Problems.none());
    }

    /** Says which payment came back. */
    @PostMapping(LIST + "/{id}/payment")
    Answer settle(@PathVariable long id, @RequestParam long payment, Viewer viewer) {
        ReturnView view = view(id);
        boolean isListed = view.candidates().stream().anyMatch(one -> one.paymentId() == payment);
        if (!isListed && view.settled() == null) {
            throw PageRefused.notFound("P" + payment + " is none of the payments that P" + id + " could take back.");
        }
        return answer(id, () -> returns.settle(id, payment, viewer));
    }

    @PostMapping(LIST + "/{id}/charge")
    Answer charge(@PathVariable long id, Viewer viewer) {
        view(id);
        return answer(id, () -> fees.charge(id, viewer));
    }

    @PostMapping(LIST + "/fees")
    Answer fee(@RequestParam long entity, @RequestParam String amount, Viewer viewer) {
        if (!viewer.is(Role.MANAGER)) {
            throw PageRefused.forbidden("The credit manager sets what is charged for a return.");
        }
        Currency currency = reader.fees().stream()
                .filter(fee -> fee.entityId() == entity)
                .map(fee -> fee.amount().currency())
                .findFirst()
                .orElseThrow(() -> PageRefused.notFound("There is no such legal entity."));
        Optional<Money> fee = Typed.amount(amount, currency).filter(money -> !money.isNegative());
        if (fee.isEmpty()) {
            return Redirect.to(LIST)
                    .refusing("%s is not an amount of %s. Type digits, with a point before the decimals."
                            .formatted(amount, currency));
        }
        fees.set(entity, fee.get(), viewer);
        return Redirect.to(LIST).saying("The fee is set. It is charged where somebody says so.");
    }

    private Answer answer(long id, Supplier<DeskOutcome> deed) {
        return DeskAnswers.of(deed, LIST + "/" + id, sentence -> page(id, Problems.at("return", sentence)));
    }

    private Page page(long id, Problems problems) {
        return Page.of("cash/return", "Return P" + id, new ReturnPageView(view(id), problems));
    }

    private ReturnView view(long id) {
        return reader.bankReturn(id).orElseThrow(() -> PageRefused.notFound("There is no return P" + id + "."));
    }
}
