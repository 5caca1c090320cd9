package org.mashhub.adapter.socialcare;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;

/**
 * A text that is null or a factor found at the end of an assessment, of the DfE's CIN
 * census 2024-25. Codes that the census has split since are refused with what replaced
 * them: only who assessed can say which of the two it was.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(regexp = "(?!18A$).*",
		message = "was split in two by the CIN census | Send 18B (physical abuse by a child) or 18C (by an adult).")
@Pattern(regexp = "(?!19A$).*",
		message = "was split in two by the CIN census | Send 19B (sexual abuse by a child) or 19C (by an adult).")
@Pattern(regexp = "[1-6][A-C]|7A|8[B-F]|9A|1[0-7]A|1[89][A-C]|20|21|2[2-4]A",
		message = "is not a factor of the CIN census 2024-25 | Send one of 1A to 6C, 7A, 8B to 8F, 9A to 17A, 18B, 18C, 19B, 19C, 20, 21, 22A, 23A, 24A.")
@interface AssessmentFactor {

	String message() default "is not a factor of the CIN census 2024-25";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
