package org.quittance.core.collections;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.quittance.core.collections.EscalationOwner.Colleague;
import org.quittance.core.collections.EscalationOwner.Outside;
import org.quittance.core.collections.EscalationPath.Kind;

/**
 * An account that was taken to somebody who has to answer, from the asking to the end.
 *
 * <p>Example: a collector recommends a credit hold; the credit manager, who is somebody else, approves it; it is in force until it is lifted.
 *
 * <p>{@link #objection} and {@link #objectionToOpening} are the rules of who may do what and when. Their checks are made in the order of
 * {@link Objection}.
 *
 * @param dueOn the last day on which an answer is in time
 */
public record Escalation(
        EscalationPath path, String askedBy, LocalDate askedOn, EscalationOwner owner, LocalDate dueOn, State state) {

    /** What has become of it. */
    public enum State {
        OPEN("Waits for an answer"),
        ANSWERED("Answered"),
        APPROVED("Approved"),
        REFUSED("Refused"),
        WITHDRAWN("Withdrawn"),
        /** It was approved and in force for a time. */
        LIFTED("Lifted");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What can be done about it. */
    public enum Deed {
        ANSWER(State.OPEN, State.ANSWERED),
        APPROVE(State.OPEN, State.APPROVED),
        REFUSE(State.OPEN, State.REFUSED),
        HAND_OVER(State.OPEN, State.OPEN),
        WITHDRAW(State.OPEN, State.WITHDRAWN),
        LIFT(State.APPROVED, State.LIFTED);

        private final State from;
        private final State to;

        Deed(State from, State to) {
            this.from = from;
            this.to = to;
        }

        /** What it becomes by the deed. */
        public State to() {
            return to;
        }
    }

    /** What somebody is here, as far as escalations ask. */
    public enum Rank {
        COLLECTOR,
        TEAM_LEAD,
        MANAGER
    }

    /** Somebody who wants to do something about it. */
    public record Officer(String login, Set<Rank> ranks) {

        public Officer {
            Objects.requireNonNull(login, "login");
            ranks = Set.copyOf(ranks);
        }

        boolean leads() {
            return ranks.contains(Rank.TEAM_LEAD) || ranks.contains(Rank.MANAGER);
        }
    }

    /** Why something is not done, in the order of the checks. */
    public enum Objection {
        OPEN_ALREADY("The account waits for an answer on this path already; hand that escalation over or withdraw it."),
        IN_FORCE_ALREADY("This was approved for the account and is in force; nothing more is to be asked."),
        NOT_OPEN("It was answered or withdrawn already; look at it again."),
        NOT_IN_FORCE("Only what was approved and is in force can be lifted."),
        NOT_A_QUESTION("A recommendation is approved or refused; words alone decide nothing."),
        NOT_A_RECOMMENDATION("A question is answered in words; there is nothing to approve."),
        NEEDS_WORDS("Say why: whoever looks next wants to know."),
        NEEDS_AN_OWNER("Say whose answer it waits for: somebody here who sees the account, or a name outside."),
        OWN_ANSWER("Nobody answers what they asked for themselves; somebody else has to."),
        NEEDS_A_COLLEAGUE("This path is answered by somebody who can sign in here; choose one."),
        OWNER_LACKS_THE_AUTHORITY(
                "This person cannot answer it: a recommendation needs the credit manager, a question to the"
                        + " manager a team lead or the credit manager."),
        NEEDS_THE_MANAGER("The credit manager decides about this."),
        NOT_THEIRS("Whoever it waits for, a team lead or the credit manager does this.");

        private final String sentence;

        Objection(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    public Escalation {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(askedBy, "askedBy");
        Objects.requireNonNull(askedOn, "askedOn");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(state, "state");
        if (dueOn.isBefore(askedOn)) {
            throw new IllegalArgumentException("Asked on %s and due on %s".formatted(askedOn, dueOn));
        }
    }

    /** Whether the answer is missing and its day is over. */
    public boolean isOverdue(LocalDate asOf) {
        return state == State.OPEN && asOf.isAfter(dueOn);
    }

    /**
     * What stands against opening it.
     *
     * @param others the states of the account's other escalations on the same path
     */
    public static Optional<Objection> objectionToOpening(
            EscalationPath path,
            Collection<State> others,
            String reason,
            Officer asker,
            Optional<EscalationOwner> owner) {
        if (others.contains(State.OPEN)) {
            return Optional.of(Objection.OPEN_ALREADY);
        }
        if (others.contains(State.APPROVED)) {
            return Optional.of(Objection.IN_FORCE_ALREADY);
        }
        if (reason.isBlank()) {
            return Optional.of(Objection.NEEDS_WORDS);
        }
        return owner.isEmpty()
                ? Optional.of(Objection.NEEDS_AN_OWNER)
                : objectionToOwner(path, asker.login(), owner.get());
    }

    /** What stands against the deed. A new owner is asked about with {@link #objectionToOwner} as well. */
    public Optional<Objection> objection(Deed deed, Officer by, String words) {
        if (state != deed.from) {
            return Optional.of(deed == Deed.LIFT ? Objection.NOT_IN_FORCE : Objection.NOT_OPEN);
        }
        if (deed == Deed.ANSWER && path.kind() == Kind.RECOMMENDATION) {
            return Optional.of(Objection.NOT_A_QUESTION);
        }
        if ((deed == Deed.APPROVE || deed == Deed.REFUSE) && path.kind() == Kind.QUESTION) {
            return Optional.of(Objection.NOT_A_RECOMMENDATION);
        }
        if (words.isBlank()) {
            return Optional.of(Objection.NEEDS_WORDS);
        }
        return objectionToOfficer(deed, by);
    }

    private Optional<Objection> objectionToOfficer(Deed deed, Officer by) {
        boolean isAsker = by.login().equals(askedBy);
        boolean isOwner =
                owner instanceof Colleague colleague && colleague.login().equals(by.login());
        return switch (deed) {
            case ANSWER ->
                switch (owner) {
                    case Outside _ -> Optional.empty();
                    case Colleague _ ->
                        isAsker
                                ? Optional.of(Objection.OWN_ANSWER)
                                : unless(isOwner || by.leads(), Objection.NOT_THEIRS);
                };
            case APPROVE, REFUSE ->
                isAsker
                        ? Optional.of(Objection.OWN_ANSWER)
                        : unless(by.ranks().contains(Rank.MANAGER), Objection.NEEDS_THE_MANAGER);
            case LIFT -> unless(by.ranks().contains(Rank.MANAGER), Objection.NEEDS_THE_MANAGER);
            case HAND_OVER -> unless(isAsker || isOwner || by.leads(), Objection.NOT_THEIRS);
            case WITHDRAW -> unless(isAsker || by.leads(), Objection.NOT_THEIRS);
        };
    }

    /** What stands against somebody as the owner of an escalation that the other has asked for. */
    public static Optional<Objection> objectionToOwner(EscalationPath path, String askedBy, EscalationOwner owner) {
        return switch (owner) {
            case Outside _ ->
                unless(
                        path == EscalationPath.SALES_OWNER || path == EscalationPath.BUSINESS,
                        Objection.NEEDS_A_COLLEAGUE);
            case Colleague colleague ->
                colleague.login().equals(askedBy)
                        ? Optional.of(Objection.OWN_ANSWER)
                        : unless(mayAnswer(path, colleague.ranks()), Objection.OWNER_LACKS_THE_AUTHORITY);
        };
    }

    private static boolean mayAnswer(EscalationPath path, Set<Rank> ranks) {
        return switch (path) {
            case MANAGER -> ranks.contains(Rank.TEAM_LEAD) || ranks.contains(Rank.MANAGER);
            case SALES_OWNER, BUSINESS -> true;
            case SERVICE_SUSPENSION, CREDIT_HOLD, OUTSIDE_AGENCY, LEGAL -> ranks.contains(Rank.MANAGER);
        };
    }

    private static Optional<Objection> unless(boolean holds, Objection objection) {
        return holds ? Optional.empty() : Optional.of(objection);
    }
}
