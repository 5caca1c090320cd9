package org.mashhub.adapter.singlepointofaccess;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/**
 * A text that is null or the source of a contact by a member of the public: those of the
 * DfE's CIN census (codes of 2024-25) that are no professional's.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "1[A-D]|9")
@ReportAsSingleViolation
@interface ContactSource {

	/** The source of a contact that nobody put a name to. */
	String ANONYMOUS = "9";

	String message() default "is not a member of the public in the CIN census (2024-25) | Send 1A family, 1B acquaintance, 1C self, 1D other individual or 9 anonymous; what a professional says is a referral.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
