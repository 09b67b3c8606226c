package org.quittance.collections.gate;

import java.time.LocalDate;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quittance.collections.contact.LawBook;
import org.quittance.collections.decision.InForceList;
import org.quittance.collections.reminder.StillOwed;
import org.quittance.core.collections.InForce;
import org.quittance.core.contact.Attempt;
import org.quittance.core.contact.ContactGate;
import org.quittance.core.contact.ContactPolicy;
import org.quittance.core.contact.ContactVerdict;
import org.quittance.core.contact.Debt;
import org.quittance.core.contact.Party;
import org.quittance.core.contact.Rulebook;
import org.quittance.correspondence.Envelope;
import org.quittance.correspondence.Message;
import org.quittance.correspondence.SendGate;
import org.quittance.correspondence.letter.OptOut;
import org.quittance.correspondence.letter.TextNotice;
import org.quittance.platform.BusinessClock;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks the contact gate about every message at the moment at which it would leave, whoever has queued it. Whether what it lists is still
 * owed, {@link StillOwed} has asked before.
 */
@Order(20)
@Component
class ContactRules implements SendGate {

    private final ContactFacts facts;
    private final LawBook laws;
    private final InForceList inForce;
    private final Matters matters;
    private final BusinessClock clock;

    ContactRules(ContactFacts facts, LawBook laws, InForceList inForce, Matters matters, BusinessClock clock) {
        this.facts = facts;
        this.laws = laws;
        this.inForce = inForce;
        this.matters = matters;
        this.clock = clock;
    }

    @Override
    public Verdict ask(Message message) {
        facts.hold(message.customer().value());
        return switch (verdict(message, UnaryOperator.identity())) {
            case ContactVerdict.Go _ -> new Verdict.Go();
            case ContactVerdict.Later later ->
                new Verdict.Later(later.until(), later.rule().code(), later.why());
            case ContactVerdict.Refused refused ->
                new Verdict.Refuse(refused.rule().code(), refused.why());
        };
    }

    /**
     * What the gate would say now.
     *
     * @param other changes what the company's rules say, to ask what they would say then
     */
    ContactVerdict verdict(Message message, UnaryOperator<ContactPolicy> other) {
        LocalDate today = clock.today();
        Set<Long> listed = listed(message);
        Rulebook inForceNow = laws.rulebook(message.customer().value(), listed, today);
        Rulebook rulebook = new Rulebook(other.apply(inForceNow.policy()), inForceNow.laws());
        ContactPolicy policy = rulebook.policy();
        Party party = facts.writtenTo(message, policy, today);
        Attempt attempt = new Attempt(
                message.envelope().channel(),
                message.origin(),
                message.template(),
                party,
                Debt.OWED,
                handOver(message, listed, today),
                Set.of(),
                saysHowToOptOut(message) ? Set.of(Attempt.Notice.OPT_OUT) : Set.of(),
                Set.of());
        return ContactGate.ask(attempt, facts.messages(message, party, policy, today), rulebook, clock.now());
    }

    /** A text message has it in words of its own. */
    private static boolean saysHowToOptOut(Message message) {
        return switch (message.envelope()) {
            case Envelope.ByMail _ -> OptOut.isIn(message.text());
            case Envelope.ByText _ -> TextNotice.saysHowToStop(message.text());
            case Envelope.ByPost _ -> false;
        };
    }

    private static Set<Long> listed(Message message) {
        return message.items().stream().map(item -> item.account().value()).collect(Collectors.toSet());
    }

    /** One that lists items is about their accounts, any other about the customer as a whole. */
    private @Nullable InForce handOver(Message message, Set<Long> listed, LocalDate today) {
        return listed.isEmpty()
                ? matters.ofCustomer(message.customer().value()).handedOver()
                : inForce.handOver(listed, today).orElse(null);
    }
}
