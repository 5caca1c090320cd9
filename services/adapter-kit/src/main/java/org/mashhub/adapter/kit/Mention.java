package org.mashhub.adapter.kit;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.mashhub.event.common.v1.Address;
import org.mashhub.event.common.v1.BirthDate;
import org.mashhub.event.common.v1.ContactKind;
import org.mashhub.event.common.v1.ContactPoint;
import org.mashhub.event.common.v1.Identifier;
import org.mashhub.event.common.v1.NameUse;
import org.mashhub.event.common.v1.PersonMention;
import org.mashhub.event.common.v1.PersonName;
import org.mashhub.event.common.v1.PersonRole;
import org.mashhub.event.common.v1.Sex;

/**
 * A person as one record speaks of them, put together step by step. Every step takes what
 * the record has and does nothing when it has nothing.
 */
public final class Mention {

	private final PersonRole role;

	private final List<PersonName> names = new ArrayList<>();

	private final List<Identifier> identifiers = new ArrayList<>();

	private final List<ContactPoint> contacts = new ArrayList<>();

	private @Nullable BirthDate birth;

	private Sex sex = Sex.UNKNOWN;

	private @Nullable Address address;

	private @Nullable String gpPractice;

	private @Nullable String unidentified;

	private boolean addressProtected;

	private boolean restrictedRecord;

	private Mention(PersonRole role) {
		this.role = role;
	}

	/**
	 * Begins a mention.
	 * @param role what the person was in the event
	 * @return a mention that says nothing else yet
	 */
	public static Mention of(PersonRole role) {
		return new Mention(role);
	}

	/**
	 * Adds a name.
	 * @param use how the name is used
	 * @param forenames given names, separated by spaces
	 * @param surname family name
	 * @return this
	 */
	public Mention named(NameUse use, @Nullable String forenames, @Nullable String surname) {
		List<String> given = (forenames != null && !forenames.isBlank()) ? List.of(forenames.strip().split("\\s+"))
				: List.of();
		String family = (surname != null && !surname.isBlank()) ? surname.strip() : null;
		if (!given.isEmpty() || family != null) {
			this.names.add(PersonName.newBuilder().setUse(use).setGiven(given).setFamily(family).build());
		}
		return this;
	}

	/**
	 * Adds a name of which the agency holds no parts.
	 * @param use how the name is used
	 * @param text the name
	 * @return this
	 */
	public Mention called(NameUse use, @Nullable String text) {
		if (text != null && !text.isBlank()) {
			this.names.add(PersonName.newBuilder().setUse(use).setText(text.strip()).build());
		}
		return this;
	}

	/**
	 * Says what is known of the date of birth.
	 * @param dateOfBirth a text that {@link DateOfBirth} accepts
	 * @param estimatedAge age in years that somebody estimated
	 * @return this
	 */
	public Mention born(@Nullable String dateOfBirth, @Nullable Integer estimatedAge) {
		if (dateOfBirth != null) {
			this.birth = PartialDate.read(dateOfBirth)
				.orElseThrow(() -> new IllegalArgumentException("a date of birth was not validated"))
				.birth()
				.setEstimatedAge(estimatedAge)
				.build();
		}
		else if (estimatedAge != null) {
			this.birth = BirthDate.newBuilder().setEstimatedAge(estimatedAge).build();
		}
		return this;
	}

	/**
	 * Says the sex as recorded.
	 * @param recorded the sex
	 * @return this
	 */
	public Mention sex(@Nullable Sex recorded) {
		this.sex = (recorded != null) ? recorded : this.sex;
		return this;
	}

	/**
	 * Adds a number.
	 * @param scheme scheme, as listed in the contract
	 * @param value the number as recorded
	 * @param verified whether it was verified against its national register
	 * @return this
	 */
	public Mention identifier(String scheme, @Nullable String value, boolean verified) {
		if (value != null && !value.isBlank()) {
			this.identifiers
				.add(Identifier.newBuilder().setScheme(scheme).setValue(value.strip()).setVerified(verified).build());
		}
		return this;
	}

	/**
	 * Adds a unique pupil number. A temporary one, which ends in a letter, was issued by
	 * one school until the child's own is known: no other knows it.
	 * @param upn a text that {@link Upn} accepts
	 * @return this
	 */
	public Mention upn(@Nullable String upn) {
		boolean temporary = upn != null && !upn.isBlank()
				&& Character.isLetter(upn.strip().charAt(upn.strip().length() - 1));
		return identifier(temporary ? "LOCAL" : "UPN", upn, false);
	}

	/**
	 * Says where the person lives.
	 * @param home the address
	 * @return this
	 */
	public Mention livingAt(@Nullable PostalAddress home) {
		this.address = PostalAddress.ofNullable(home);
		return this;
	}

	/**
	 * Adds a phone number.
	 * @param number the number as recorded
	 * @return this
	 */
	public Mention phone(@Nullable String number) {
		return contact(ContactKind.PHONE, number);
	}

	/**
	 * Adds an email address.
	 * @param email the address as recorded
	 * @return this
	 */
	public Mention email(@Nullable String email) {
		return contact(ContactKind.EMAIL, email);
	}

	/**
	 * Says the practice that the person is registered with.
	 * @param odsCode the practice's ODS code
	 * @return this
	 */
	public Mention gpPractice(@Nullable String odsCode) {
		this.gpPractice = odsCode;
		return this;
	}

	/**
	 * Describes a person whom nobody could name.
	 * @param description the description
	 * @return this
	 */
	public Mention unidentified(@Nullable String description) {
		this.unidentified = (description != null && !description.isBlank()) ? description.strip() : null;
		return this;
	}

	/**
	 * Says what must not be shown.
	 * @param ofAddress true when the address may never be shown or sent
	 * @param ofRecord true when the agency restricts the record
	 * @return this
	 */
	public Mention protection(@Nullable Boolean ofAddress, @Nullable Boolean ofRecord) {
		this.addressProtected = Given.is(ofAddress);
		this.restrictedRecord = Given.is(ofRecord);
		return this;
	}

	PersonRole role() {
		return this.role;
	}

	/** Whether the mention can ever be matched with anybody or looked at by anybody. */
	boolean saysWho() {
		return !this.names.isEmpty() || !this.identifiers.isEmpty() || this.unidentified != null;
	}

	PersonMention build(String ref) {
		return PersonMention.newBuilder()
			.setRef(ref)
			.setRole(this.role)
			.setNames(this.names)
			.setBirth(this.birth)
			.setSex(this.sex)
			.setIdentifiers(this.identifiers)
			.setAddress(this.address)
			.setContacts(this.contacts)
			.setGpPractice(this.gpPractice)
			.setAddressProtected(this.addressProtected)
			.setRestrictedRecord(this.restrictedRecord)
			.setUnidentified(this.unidentified)
			.build();
	}

	private Mention contact(ContactKind kind, @Nullable String value) {
		if (value != null && !value.isBlank()) {
			this.contacts.add(ContactPoint.newBuilder().setKind(kind).setValue(value.strip()).build());
		}
		return this;
	}

}
