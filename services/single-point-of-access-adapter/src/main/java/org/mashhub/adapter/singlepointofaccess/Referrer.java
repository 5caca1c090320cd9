package org.mashhub.adapter.singlepointofaccess;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.mashhub.adapter.kit.Given;
import org.mashhub.adapter.kit.Phone;
import org.mashhub.event.common.v1.ContactKind;
import org.mashhub.event.common.v1.ContactPoint;

/**
 * Who made the contact. Kept under seal and nowhere else, whatever the referrer wishes;
 * this type does not even say it of itself.
 */
record Referrer(@Size(min = 1, max = 120) @Nullable String forenames,
		@Size(min = 1, max = 120) @Nullable String surname, @Phone @Nullable String phone,
		@Email @Size(max = 200) @Nullable String email,
		@Schema(description = "How the referrer stands to the child, in a word: neighbour, aunt") @Size(min = 1,
				max = 60) @Nullable String relationToChild,
		@Schema(description = "True when the referrer asked that nobody learn the name") @Nullable Boolean wishesToBeSealed) {

	/** A form on which nobody wrote who they are. */
	boolean isBlank() {
		return Stream.of(this.forenames, this.surname, this.phone, this.email)
			.allMatch((text) -> text == null || text.isBlank());
	}

	boolean isNamed() {
		return !names().isEmpty();
	}

	boolean wantsSeal() {
		return Given.is(this.wishesToBeSealed) && !isBlank();
	}

	List<String> givenNames() {
		return words(this.forenames);
	}

	/** Every word of the name. */
	List<String> names() {
		List<String> names = new ArrayList<>(words(this.forenames));
		names.addAll(words(this.surname));
		return names;
	}

	boolean isCalled(@Nullable String otherForenames, @Nullable String otherSurname) {
		return isNamed() && fold(this.forenames).equals(fold(otherForenames))
				&& fold(this.surname).equals(fold(otherSurname));
	}

	List<ContactPoint> contacts() {
		List<ContactPoint> contacts = new ArrayList<>();
		if (this.phone != null && !this.phone.isBlank()) {
			contacts.add(ContactPoint.newBuilder().setKind(ContactKind.PHONE).setValue(this.phone.strip()).build());
		}
		if (this.email != null && !this.email.isBlank()) {
			contacts.add(ContactPoint.newBuilder().setKind(ContactKind.EMAIL).setValue(this.email.strip()).build());
		}
		return contacts;
	}

	@Override
	public String toString() {
		return "Referrer[sealed]";
	}

	private static String fold(@Nullable String name) {
		return String.join(" ", words(name)).toLowerCase(Locale.ROOT);
	}

	private static List<String> words(@Nullable String name) {
		return (name != null && !name.isBlank()) ? List.of(name.strip().split("\\s+")) : List.of();
	}

}
