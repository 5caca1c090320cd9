package org.mashhub.correlation.rules;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.mashhub.correlation.observation.Fact;
import org.mashhub.correlation.observation.Mention;
import org.mashhub.correlation.observation.Particulars;
import org.mashhub.correlation.observation.SourceRecord;

/** What a record says in a few words, without names: a line of the chronology. */
public final class Headline {

	/** Sources of a contact that are members of the public, DfE CIN census codes. */
	private static final Set<String> PUBLIC = Set.of("1A", "1B", "1C", "1D", "9");

	private Headline() {
	}

	/**
	 * A record in a few words.
	 * @param record the record
	 * @return for example "Incident logged: drugs"
	 */
	public static String of(SourceRecord record) {
		String words = lines(record).stream().map(Line::words).collect(Collectors.joining("; "));
		return words.isEmpty() ? "Record without facts" : words;
	}

	/**
	 * The same part by part: one record may speak of several children, and not say the
	 * same of each.
	 * @param record the record
	 * @return each part with those whom it is about, in the order of the facts
	 */
	public static List<Line> lines(SourceRecord record) {
		Map<String, Set<String>> about = new LinkedHashMap<>();
		for (Fact fact : record.facts()) {
			String words = of(fact, record);
			if (!words.isEmpty()) {
				about.computeIfAbsent(words, (first) -> new HashSet<>()).addAll(fact.subjects());
			}
		}
		return about.entrySet()
			.stream()
			.map((line) -> new Line(line.getKey(),
					record.mentions().stream().filter((mention) -> line.getValue().contains(mention.ref())).toList()))
			.toList();
	}

	private static String of(Fact fact, SourceRecord record) {
		return switch (fact.kind()) {
			case RISK_INCIDENT -> "Incident logged: " + code(fact, "type");
			case CUSTODY_CHANGED ->
				fact.is("status", "WANTED") ? "Wanted by police" : fact.is("status", "NO_LONGER_WANTED")
						? "No longer wanted by police" : "Custody or court: " + code(fact, "status");
			case APPOINTMENT_NOT_BROUGHT -> missed(fact, record) + code(fact, "service");
			case REGISTRATION_CHANGED -> (fact.value("newPractice") != null) ? "Registered with a GP practice"
					: "No longer registered with a GP";
			case ADULT_SEEN -> fact.is("place", "HOSPITAL") ? "Adult seen with the patient" : "Adult seen at the home";
			case CHILD_SEEN -> switch (String.valueOf(fact.value("seen"))) {
				case "SEEN_AWAKE" -> "Child seen awake";
				case "SEEN_ASLEEP" -> "Child seen asleep";
				case "NOT_SEEN" -> "Child not seen";
				default -> "";
			};
			case CONDITIONS_GRADED -> "Home conditions graded " + fact.value("grade") + " of 5";
			case CONCERN_RECORDED -> "Safeguarding concern recorded" + detail(fact, "kind");
			case BIRTH_RECORDED -> (fact.value("on") != null) ? "Birth recorded" : "New birth visit";
			case VISIT_MADE -> "Home visit";
			case MOVED -> "House move";
			case REFERRED -> "Referral received";
			case STATUS_CHANGED -> (fact.is("ended", "true") ? "Status ended: " : "Status: ") + code(fact, "status");
			case LEAD_ASSIGNED -> "Lead professional assigned";
			case CLOSURE_PROPOSED -> "Closure proposed";
			case CASE_CLOSED -> "Case closed";
			case ALERT_ACKNOWLEDGED, ALERT_DECIDED, FEED_DECLARED, LINK_DECIDED, UNKNOWN -> "";
			case ASSERTION_MADE -> fact.is("change", "RECORDED") ? "Assertion recorded" + detail(fact, "kind")
					: "Assertion put to a source" + detail(fact, "change");
			case MEETING_CHANGED -> "Meeting " + code(fact, "change") + detail(fact, "outcome") + detail(fact, "kind");
			case HANDOVER_CHANGED -> fact.is("change", "PRACTITIONER_CHANGED") ? "Practitioner changed"
					: fact.is("verbal", "true") ? "Handover in a conversation" : "Handover in writing";
			case INFORMATION_REQUESTED -> switch (String.valueOf(fact.value("change"))) {
				case "REQUESTED" -> "Information requested from " + code(fact, "of");
				case "ENQUIRED" -> "Enquiry to " + code(fact, "of") + detail(fact, "question");
				default -> "Request for information" + detail(fact, "change");
			};
			case PREGNANCY_CHANGED -> switch (String.valueOf(fact.value("change"))) {
				case "BOOKED" -> "Pregnancy booked";
				case "BORN" -> "Pregnancy record closed with the birth";
				case "CONTACT_GAP" -> "Antenatal care" + detail(fact, "gap");
				default -> "Pregnancy record closed";
			};
			case DIED -> "Death recorded";
			case NEED_RECORDED -> (fact.is("ended", "true") ? "Need ended" : "Need recorded") + detail(fact, "needs");
			case INTELLIGENCE_HELD -> "Police intelligence" + detail(fact, "type")
					+ (fact.is("assessment", "E") ? ", suspected to be false" : "");
			case CONTACT_RECEIVED -> (PUBLIC.contains(String.valueOf(fact.value("source")))
					? "Contact from the public received" : "Contact received") + detail(fact, "concerns");
			case CONTACT_ATTEMPTED ->
				"Attempt to reach the family by " + code(fact, "method") + detail(fact, "outcome");
			case REFERRAL_DECIDED -> "Referral decided" + detail(fact, "outcome");
			case FEEDBACK_GIVEN -> "Referrer told what came of the referral";
			case ASSESSMENT_CHANGED -> "Assessment (" + code(fact, "kind") + ") " + code(fact, "change");
			case STEP_DOWN_CHANGED -> "Step-down to early help " + code(fact, "change");
			case ESCALATION_CHANGED -> "Professional disagreement, stage " + code(fact, "stage") + ", "
					+ code(fact, "change") + detail(fact, "outcome");
			case SUPERVISION_RECORDED -> "Discussed in supervision";
			case INVOLVEMENT_CHANGED -> involvement(fact, record);
			case PLAN_ACTION_CHANGED -> "Action of the plan" + detail(fact, "change");
			case HEALTH_FLAGGED -> (fact.value("until") != null) ? "Health flag ended" + detail(fact, "category")
					: "Health flag of an adult" + detail(fact, "category");
			case IMMUNISATION_OVERDUE -> "Immunisation " + code(fact, "status") + detail(fact, "schedule");
			case ATTENDED -> (fact.is("leftUnseen", "true") ? "Left before being seen"
					: fact.is("attended", "false") ? "Missed or often absent" : "Attended") + detail(fact, "setting");
			case DISCHARGED ->
				fact.is("againstAdvice", "true") ? "Left hospital against medical advice" : "Discharged from hospital";
			case TENANCY_CHANGED -> "Tenancy " + code(fact, "change") + detail(fact, "concern");
			case COMPLAINT_RECEIVED -> "Complaint about behaviour received" + detail(fact, "types");
			case DETAILS_CHANGED -> switch (String.valueOf(fact.value("change"))) {
				case "MERGED" -> "Patient records merged";
				case "NUMBER_CHANGED" -> "NHS number changed";
				default -> "Patient details updated";
			};
			case SAFETY_MARKED ->
				(fact.is("ended", "true") ? "Advice for visiting staff lifted" : "Advice for visiting staff")
						+ detail(fact, "advice");
		};
	}

	private static String involvement(Fact fact, SourceRecord record) {
		String change = String.valueOf(fact.value("change"));
		String service = fact.value("service");
		if (change.equals("COVER_ARRANGED")) {
			return "Cover arranged for a practitioner";
		}
		if (service == null) {
			String role = (fact.value("role") != null) ? beginning(code(fact, "role")) : "Practitioner";
			return role + (change.equals("ENDED") ? " no longer works" : " works") + " with the child";
		}
		if (record.id().agency().equals("education")) {
			return switch (change) {
				case "STARTED" -> "Started at ";
				case "LEFT" -> "Left ";
				default -> "Change at ";
			} + setting(service);
		}
		if (service.equals("PROBATION")) {
			return switch (change) {
				case "STARTED" -> "Supervision by probation began";
				case "ENDED" -> "Supervision by probation ended";
				case "BREACHED" -> "Terms of supervision by probation breached";
				default -> "Supervision by probation changed";
			};
		}
		if (change.equals("REFERRED")) {
			return "Referred to " + code(fact, "service");
		}
		return beginning(code(fact, "service")) + switch (change) {
			case "STARTED" -> " began";
			case "ENDED" -> " ended";
			case "REFUSED" -> " refused";
			default -> " changed";
		};
	}

	private static String setting(String code) {
		return switch (code) {
			case "NURSERY" -> "nursery";
			case "PRIMARY" -> "primary school";
			case "SECONDARY" -> "secondary school";
			default -> "nursery or school";
		};
	}

	private static String beginning(String words) {
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	/** A child is brought; an adult comes, or does not. */
	private static String missed(Fact fact, SourceRecord record) {
		LocalDate on = LocalDate.ofInstant(record.occurredAt(), ZoneOffset.UTC);
		Set<Boolean> children = record.mentions()
			.stream()
			.filter((mention) -> fact.subjects().contains(mention.ref()))
			.flatMap((mention) -> child(mention, on).stream())
			.collect(Collectors.toSet());
		return (children.size() != 1) ? "Missed appointment: "
				: children.contains(true) ? "Not brought to appointment: " : "Did not attend appointment: ";
	}

	private static Optional<Boolean> child(Mention mention, LocalDate on) {
		LocalDate born = mention.particulars().birthDate();
		Integer year = mention.particulars().birthYear();
		return (born != null) ? Optional.of(on.isBefore(Particulars.comesOfAge(born)))
				: (year != null) ? Optional.of(on.getYear() - year < Particulars.OF_AGE) : switch (mention.role()) {
					case CHILD, SIBLING -> Optional.of(true);
					case MOTHER, FATHER, PARENT, CARER, PARTNER -> Optional.of(false);
					case RELATIVE, HOUSEHOLD_MEMBER, TENANT, OCCUPANT, VISITOR, PATIENT, SUBJECT, SUSPECT, OFFENDER,
							VICTIM, WITNESS, REPORTER, ASSOCIATE, OTHER ->
						Optional.empty();
				};
	}

	/** What follows a colon, when it is recorded. */
	private static String detail(Fact fact, String key) {
		return (fact.value(key) != null) ? ": " + code(fact, key) : "";
	}

	private static String code(Fact fact, String key) {
		String value = fact.value(key);
		return (value != null) ? value.toLowerCase(Locale.UK).replace(" ", ", ").replace('_', ' ').replace('-', ' ')
				: "not stated";
	}

	/**
	 * One part of it.
	 *
	 * @param words what happened
	 * @param about those whom it is about; empty when it is said of nobody in particular
	 */
	public record Line(String words, List<Mention> about) {

		public Line {
			about = List.copyOf(about);
		}

	}

}
