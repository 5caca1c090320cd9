package org.mashhub.correlation.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.mashhub.correlation.family.Step;
import org.mashhub.correlation.family.StepKind;
import org.mashhub.correlation.observation.FactKind;
import org.mashhub.correlation.observation.TimePrecision;
import org.mashhub.correlation.picture.ConnectedAdult;
import org.mashhub.correlation.picture.KnownFact;
import org.mashhub.correlation.picture.Status;

/** Wording that rules share: dates, agencies, and how people are connected. */
final class Words {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

	private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

	private static final String ON = "on ";

	private Words() {
	}

	static String time(Instant instant, ZoneId zone) {
		return TIME.format(instant.atZone(zone));
	}

	static String day(Instant instant, ZoneId zone) {
		return DAY.format(LocalDate.ofInstant(instant, zone));
	}

	static String day(LocalDate date) {
		return DAY.format(date);
	}

	static String agency(String agency) {
		return switch (agency) {
			case "police" -> "police";
			case "gp" -> "the GP practice";
			case "health-visiting" -> "the health visitor";
			case "housing" -> "housing";
			case "social-care" -> "children's social care";
			case "hospital" -> "the hospital";
			case "ambulance" -> "the ambulance service";
			case "education" -> "nursery or school";
			case "single-point-of-access" -> "the single point of access";
			default -> agency.replace('-', ' ');
		};
	}

	/** A status as people call it. */
	static String status(String name) {
		return switch (name) {
			case "CHILD_IN_NEED" -> "Child in Need";
			case Status.SECTION_47 -> "Section 47 enquiry";
			case Status.CHILD_PROTECTION_PLAN -> "Child Protection Plan";
			case Status.LOOKED_AFTER -> "Looked After";
			default -> name.toLowerCase(Locale.UK).replace('_', ' ');
		};
	}

	/** Name of an event in lower case and with spaces. */
	static String event(String eventType) {
		return eventType.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.UK);
	}

	/** What facts of a kind are about, as it follows "does not publish". */
	static String kind(FactKind kind) {
		return switch (kind) {
			case RISK_INCIDENT -> "incidents";
			case CUSTODY_CHANGED -> "custody and courts";
			case APPOINTMENT_NOT_BROUGHT -> "missed appointments";
			case REGISTRATION_CHANGED -> "registrations";
			case ADULT_SEEN -> "adults seen";
			case CHILD_SEEN -> "whether children were seen";
			case CONDITIONS_GRADED -> "conditions of homes";
			case CONCERN_RECORDED -> "concerns";
			case BIRTH_RECORDED -> "births";
			case VISIT_MADE -> "home visits";
			case MOVED -> "house moves";
			case REFERRED -> "referrals";
			case STATUS_CHANGED -> "statuses";
			case LEAD_ASSIGNED -> "lead professionals";
			case CLOSURE_PROPOSED -> "proposals to close";
			case CASE_CLOSED -> "closures";
			case ASSERTION_MADE -> "what families have said";
			case MEETING_CHANGED -> "meetings";
			case HANDOVER_CHANGED -> "handovers";
			case INFORMATION_REQUESTED -> "answers to requests";
			case PREGNANCY_CHANGED -> "pregnancies";
			case DIED -> "deaths";
			case NEED_RECORDED -> "needs";
			case INTELLIGENCE_HELD -> "intelligence";
			case CONTACT_RECEIVED -> "contacts";
			case CONTACT_ATTEMPTED -> "attempts to reach the family";
			case REFERRAL_DECIDED -> "decisions on referrals";
			case FEEDBACK_GIVEN -> "feedback to referrers";
			case ASSESSMENT_CHANGED -> "assessments";
			case STEP_DOWN_CHANGED -> "step-downs";
			case ESCALATION_CHANGED -> "professional disagreements";
			case SUPERVISION_RECORDED -> "supervision";
			case INVOLVEMENT_CHANGED -> "who works with the family";
			case PLAN_ACTION_CHANGED -> "actions of plans";
			case HEALTH_FLAGGED -> "health flags";
			case IMMUNISATION_OVERDUE -> "immunisations";
			case ATTENDED -> "attendances";
			case DISCHARGED -> "discharges";
			case TENANCY_CHANGED -> "tenancies";
			case COMPLAINT_RECEIVED -> "complaints";
			case SAFETY_MARKED -> "advice for visiting staff";
			case DETAILS_CHANGED -> "changed details";
			case ALERT_ACKNOWLEDGED, ALERT_DECIDED, FEED_DECLARED, LINK_DECIDED, UNKNOWN -> "records";
		};
	}

	static String agencies(List<String> agencies) {
		return join(agencies.stream().map(Words::agency).distinct().toList());
	}

	/** Those who hold something, at the beginning of a sentence. */
	static String holders(List<KnownFact> held) {
		List<String> agencies = held.stream().map(KnownFact::agency).distinct().sorted().toList();
		String words = agencies(agencies);
		return Character.toUpperCase(words.charAt(0)) + words.substring(1)
				+ (agencies.equals(List.of("probation")) ? " holds" : " hold");
	}

	/** Whom to ring; police are reached through their staff in the MASH. */
	static String inTheMash(List<String> agencies) {
		return join(agencies.stream()
			.map((agency) -> agency.equals("police") ? "police in the MASH" : agency(agency))
			.toList());
	}

	static String join(List<String> parts) {
		return join(parts, "and");
	}

	static String join(List<String> parts, String conjunction) {
		if (parts.size() <= 1) {
			return String.join("", parts);
		}
		return String.join(", ", parts.subList(0, parts.size() - 1)) + " " + conjunction + " " + parts.getLast();
	}

	/**
	 * When it happened, as exactly as the agencies know it and no more: "on 3 May 2012,
	 * around 11 August 2012 and in November 2012".
	 */
	static String when(List<KnownFact> facts, ZoneId zone) {
		return when(facts.stream().map((fact) -> Dated.of(fact, zone)));
	}

	static String when(Stream<Dated> times) {
		List<String> words = new ArrayList<>();
		boolean on = false;
		for (Dated time : times.distinct().sorted().toList()) {
			String said = time.words();
			boolean day = said.startsWith(ON);
			String next = (on && day) ? said.substring(ON.length()) : said;
			if (!words.contains(next) && !words.contains(said)) {
				words.add(next);
				on = day;
			}
		}
		return join(words);
	}

	static String days(Stream<LocalDate> days) {
		return join(days.distinct().sorted().map(Words::day).toList());
	}

	/** How an adult stands to the child, in words, without a name. */
	static String relation(ConnectedAdult adult, String child) {
		List<Step> steps = adult.path().steps();
		if (steps.getLast().kind() == StepKind.POSSIBLY_SAME) {
			return "possibly " + relation(adult, steps.subList(0, steps.size() - 1), child);
		}
		return relation(adult, steps, child);
	}

	private static String relation(ConnectedAdult adult, List<Step> steps, String child) {
		if (steps.size() == 1) {
			return one(adult, steps.getFirst(), within(child));
		}
		return two(adult, steps, within(child));
	}

	/** A child's name where no sentence begins: one of no name is "a child". */
	static String within(String child) {
		return child.startsWith("A child") ? "a" + child.substring(1) : child;
	}

	/**
	 * A sentence, or several, in which children are named where a sign stands for them.
	 */
	static String naming(String line, String sign, List<String> children, String conjunction) {
		StringBuilder named = new StringBuilder();
		int from = 0;
		for (int at = line.indexOf(sign); at >= 0; at = line.indexOf(sign, from)) {
			named.append(line, from, at);
			named.append(begins(line, at) ? beginning(children, conjunction)
					: join(children.stream().map(Words::within).toList(), conjunction));
			from = at + sign.length();
		}
		return named.append(line.substring(from)).toString();
	}

	/** Children at the beginning of a sentence. */
	static String beginning(List<String> children, String conjunction) {
		List<String> names = new ArrayList<>(children.stream().map(Words::within).toList());
		names.set(0, children.getFirst());
		return join(names, conjunction);
	}

	private static boolean begins(String line, int at) {
		return at == 0 || (at > 1 && line.charAt(at - 1) == ' ' && ".?!".indexOf(line.charAt(at - 2)) >= 0);
	}

	/** The same as it follows "a man": " recorded at ..." or ", parent of ...". */
	static String whoIs(ConnectedAdult adult, String child) {
		String relation = relation(adult, child);
		return (relation.matches("(recorded|once|stated|named|at) .*") ? " " : ", ") + relation;
	}

	private static String one(ConnectedAdult adult, Step step, String child) {
		if (adult.summary().place()) {
			return step.past() ? "at a former address of " + child : "at " + child + "'s address";
		}
		return switch (step.kind()) {
			case PARENT -> "parent of " + child;
			case CHILD -> "child of " + child;
			case PARTNER -> once(step) + "partner of " + child;
			case SIBLING -> (adult.young() ? "" : "adult ") + "sibling of " + child;
			case CARER -> once(step) + "carer of " + child;
			case RELATIVE -> "relative of " + child;
			case LIVES_WITH -> once(step) + "stated to live with " + child;
			case SAME_ADDRESS ->
				step.past() ? "once recorded at one address with " + child : "recorded at " + child + "'s address";
			case PARENTS_PARTNER -> "partner of " + child + "'s parent";
			case PARTNERS_CHILD -> "child of " + child + "'s partner";
			case NAMED_TOGETHER -> "named in one record with " + child;
			case ASSOCIATE -> once(step) + "associate of " + child;
			case POSSIBLY_SAME -> step.kind().words() + " as " + child;
		};
	}

	private static String two(ConnectedAdult adult, List<Step> steps, String child) {
		String through = switch (steps.getFirst().kind()) {
			case PARENT -> child + "'s parent";
			case CHILD -> child + "'s child";
			case PARTNER -> was(steps.getFirst()) + child + "'s partner";
			case SIBLING -> child + "'s sibling";
			case CARER -> was(steps.getFirst()) + child + "'s carer";
			case RELATIVE -> child + "'s relative";
			case LIVES_WITH ->
				steps.getFirst().past() ? "someone who once lived with " + child : "someone who lives with " + child;
			case SAME_ADDRESS -> steps.getFirst().past() ? "someone once recorded at one address with " + child
					: "someone recorded at " + child + "'s address";
			case PARENTS_PARTNER -> child + "'s parent's partner";
			case PARTNERS_CHILD -> child + "'s partner's child";
			case NAMED_TOGETHER -> "someone named in one record with " + child;
			case ASSOCIATE -> "an associate of " + child;
			case POSSIBLY_SAME -> "whom " + child + " may be";
		};
		return one(adult, steps.getLast(), through);
	}

	private static String once(Step step) {
		return step.past() ? "once " : "";
	}

	private static String was(Step step) {
		return step.past() ? "someone who was once " : "";
	}

	/** One of some people, or all of them, of whom some may be children as well. */
	static String among(List<ConnectedAdult> adults, String ofAdult, String ofYoung, String ofBoth) {
		boolean young = adults.stream().anyMatch(ConnectedAdult::young);
		boolean grown = adults.stream().anyMatch((adult) -> !adult.young());
		return !young ? ofAdult : grown ? ofBoth : ofYoung;
	}

	/** That somebody has died, with who recorded it. */
	static String died(KnownFact death, String who) {
		String on = death.fact().value("on");
		return agency(death.agency()) + " recorded that " + who + " died"
				+ ((on != null) ? " on " + day(LocalDate.parse(on)) : "");
	}

	/** Since when, or from when on what was so once. */
	static String since(Step step) {
		return (step.since() != null) ? (step.past() ? " from " : " since ") + day(step.since()) : "";
	}

	/** One step in words, with who says so and since when. */
	static String step(Step step) {
		if (step.kind() == StepKind.POSSIBLY_SAME) {
			return step.kind().words() + " (no record says so; " + step.certainty().words() + ")";
		}
		String kind = (step.kind() == StepKind.SAME_ADDRESS) ? "recorded at the same address" : step.kind().words();
		return once(step) + kind + " (" + agencies(step.agencies()) + "," + since(step) + "; "
				+ step.certainty().words() + ")";
	}

	/**
	 * A time as exactly as it is known.
	 *
	 * @param day the day, or one in the time that is meant
	 * @param precision how exactly it is known
	 */
	record Dated(LocalDate day, TimePrecision precision) implements Comparable<Dated> {

		static Dated of(KnownFact fact, ZoneId zone) {
			TimePrecision precision = fact.record().occurredPrecision();
			return new Dated(LocalDate.ofInstant(fact.occurredAt(), zone),
					(precision == TimePrecision.EXACT) ? TimePrecision.DAY : precision);
		}

		String words() {
			return switch (this.precision) {
				case EXACT, DAY -> ON + DAY.format(this.day);
				case MONTH -> "in " + MONTH.format(this.day);
				case YEAR -> "in " + this.day.getYear();
				case APPROXIMATE -> "around " + DAY.format(this.day);
			};
		}

		@Override
		public int compareTo(Dated other) {
			int byDay = this.day.compareTo(other.day);
			return (byDay != 0) ? byDay : this.precision.compareTo(other.precision);
		}

	}

}
