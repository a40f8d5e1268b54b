namespace Throughline.SampleDistrict;

/// <summary>A record of the sample.</summary>
/// <param name="Kind">The kind's id.</param>
/// <param name="School">The school's code.</param>
/// <param name="Key">What makes it that record.</param>
/// <param name="Day">When it happened.</param>
/// <param name="Student">Whom it is about; null where that is no student.</param>
/// <param name="Room">Which room it is about; null where that is none.</param>
/// <param name="Fields">The texts of the kind's fields.</param>
/// <param name="On">The day it came in.</param>
/// <param name="At">When on that day; null for the afternoon.</param>
internal sealed record SampleRecord(
    string Kind, string School, string Key, DateOnly Day, Pupil? Student, string? Room, string[] Fields, DateOnly On, TimeOnly? At);
