package org.mashhub.adapter.socialcare;

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
 * A text that is null or a kind of source that can know: never the family, whose word it
 * is that was to be verified.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@Pattern(
		regexp = "(?!(FAMILY|CHILD|MOTHER|FATHER|PARENTS?|STEP_PARENT|PARTNER|CARER|SIBLING|GRANDPARENT|RELATIVE|FRIEND|NEIGHBOUR|SELF)$)[A-Z][A-Z0-9_]{1,59}")
@ReportAsSingleViolation
@interface IndependentSource {

	String message() default "is not a source that can know | Send the kind of source as a code, for example POLICE, COURT, GP or REGISTRAR; what the family says again is a further assertion.";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

}
