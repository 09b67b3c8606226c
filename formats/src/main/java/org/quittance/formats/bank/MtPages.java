package org.quittance.formats.bank;

import java.util.ArrayList;
import java.util.List;

/** Puts the pages of a statement together again: each opens (60M) with what the one before it closed with (62M). */
final class MtPages {

    private final ProblemLog log;
    private final List<BankStatement> statements = new ArrayList<>();
    private final List<MtPage> open = new ArrayList<>();

    /**
     * A message that was read.
     *
     * @param opensIntermediate whether it continues a page before it
     * @param closesIntermediate whether a page must follow
     */
    record MtPage(BankStatement statement, boolean opensIntermediate, boolean closesIntermediate, Field place) {}

    MtPages(ProblemLog log) {
        this.log = log;
    }

    void add(MtStatement message) {
        MtPage page;
        try {
            page = message.finished();
        } catch (Unreadable e) {
            log.leaveOut(message.leftOut(e.finding()));
            endChain();
            return;
        }
        if (!open.isEmpty() && !continues(open.getLast(), page)) {
            endChain();
        }
        open.add(page);
        if (!page.closesIntermediate()) {
            endChain();
        }
    }

    List<BankStatement> statements() {
        endChain();
        return statements;
    }

    private static boolean continues(MtPage before, MtPage page) {
        BankStatement first = before.statement();
        BankStatement second = page.statement();
        return page.opensIntermediate()
                && first.account().equals(second.account())
                && first.closing() != null
                && first.closing().equals(second.opening());
    }

    private void endChain() {
        if (open.isEmpty()) {
            return;
        }
        remarkMissing(open.getFirst().opensIntermediate(), open.getFirst(), "before");
        remarkMissing(open.getLast().closesIntermediate(), open.getLast(), "behind");
        statements.add(open.size() == 1 ? open.getFirst().statement() : joined());
        open.clear();
    }

    private void remarkMissing(boolean missing, MtPage page, String where) {
        if (missing) {
            page.place()
                    .remark(
                            "This is a page of a statement; the page %s it is not in the file".formatted(where),
                            "Feed the other pages too");
        }
    }

    private BankStatement joined() {
        BankStatement first = open.getFirst().statement();
        BankStatement last = open.getLast().statement();
        List<BankEntry> entries = new ArrayList<>();
        open.forEach(page -> entries.addAll(page.statement().entries()));
        return new BankStatement(
                first.format(),
                first.kind(),
                first.account(),
                first.reference(),
                first.sequence(),
                first.currency(),
                last.date(),
                first.opening(),
                last.closing(),
                entries);
    }
}
