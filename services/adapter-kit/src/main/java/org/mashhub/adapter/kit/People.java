package org.mashhub.adapter.kit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.RelationshipKind;
import org.mashhub.event.common.v1.RelationshipStatus;
import org.mashhub.event.common.v1.StatedRelationship;

/**
 * The people of one record and what it states between them. Gives each a ref that stays
 * the same when a later version of the record is sent: the agency's own number for the
 * person, else role and position within the role.
 */
public final class People {

	private final Map<String, PersonMention> mentions = new LinkedHashMap<>();

	private final Map<PersonRole, Integer> positions = new EnumMap<>(PersonRole.class);

	private final List<StatedRelationship> relationships = new ArrayList<>();

	private final List<FieldProblem> problems = new ArrayList<>();

	/**
	 * Adds a person.
	 * @param field path of the person in the notice
	 * @param agencyId the agency's own number for the person; null when it has none
	 * @param person the person
	 * @return the ref
	 */
	public String add(String field, @Nullable String agencyId, Mention person) {
		int position = this.positions.merge(person.role(), 1, Integer::sum);
		String ref = (agencyId != null && !agencyId.isBlank()) ? agencyId.strip()
				: person.role().name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + position;
		if (!person.saysWho()) {
			this.problems.add(new FieldProblem(field, "says nothing about who the person is",
					"Send a name, a number, or a description of somebody whom nobody could name."));
		}
		if (this.mentions.put(ref, person.build(ref)) != null) {
			this.problems.add(new FieldProblem(field, "is the same person as an earlier entry",
					"Send each person once, in the role that matters most."));
		}
		return ref;
	}

	/**
	 * States a relationship between two people who have been added.
	 * @param from ref of the first
	 * @param kind how the first stands to the second
	 * @param to ref of the second
	 * @param status how far the agency stands behind it; null for recorded
	 */
	public void relate(String from, RelationshipKind kind, String to, @Nullable RelationshipStatus status) {
		relate(from, kind, to, status, null, null);
	}

	/**
	 * States a relationship with its days between two people who have been added.
	 * @param from ref of the first
	 * @param kind how the first stands to the second
	 * @param to ref of the second
	 * @param status how far the agency stands behind it; null for recorded
	 * @param startedOn first day; null when not known
	 * @param endedOn last day; null when it has not ended
	 */
	public void relate(String from, RelationshipKind kind, String to, @Nullable RelationshipStatus status,
			@Nullable LocalDate startedOn, @Nullable LocalDate endedOn) {
		this.relationships.add(StatedRelationship.newBuilder()
			.setFrom(from)
			.setTo(to)
			.setKind(kind)
			.setStatus((status != null) ? status : RelationshipStatus.RECORDED)
			.setStartedOn(startedOn)
			.setEndedOn(endedOn)
			.build());
	}

	/**
	 * Notes that a field names somebody; refused later when nobody has that ref.
	 * @param field path of the field
	 * @param ref the ref it names
	 */
	public void require(String field, String ref) {
		if (!this.mentions.containsKey(ref)) {
			this.problems.add(new FieldProblem(field, "names nobody in this notice",
					"Send the person's own number, or role and position such as victim-1."));
		}
	}

	/**
	 * Everybody who was added, provided that there is nothing to refuse.
	 * @return people in the order of the notice
	 * @throws NoticeRefusedException when a person or relationship cannot be right
	 */
	public List<PersonMention> mentions() {
		if (!this.problems.isEmpty()) {
			throw new NoticeRefusedException(this.problems);
		}
		return List.copyOf(this.mentions.values());
	}

	/**
	 * Everything that was stated.
	 * @return relationships in the order of the notice
	 */
	public List<StatedRelationship> relationships() {
		return List.copyOf(this.relationships);
	}

	/**
	 * Refuses a record that stands but leaves out the person whom it is about.
	 * @param field where that person would be
	 * @param given whether the person was given
	 * @param source what the record says of itself
	 */
	public void requireUnlessWithdrawn(String field, boolean given, SourceRecord source) {
		if (!given && !source.isWithdrawn()) {
			this.problems.add(new FieldProblem(field, "is missing or empty",
					"Name or describe the person; only a withdrawn record may name nobody."));
		}
	}

}
