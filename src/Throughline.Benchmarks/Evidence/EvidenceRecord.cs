namespace Throughline.Benchmarks.Evidence;

/// <summary>One thing that happened or was found, as a source told it.</summary>
/// <param name="Id">Its number in the source or the store; of two on one day the higher is the later.</param>
/// <param name="Organization">Where: the school, or the district for records that belong to none.</param>
/// <param name="Day">When.</param>
/// <param name="About">The number of the student, room or person; null for records of a whole organization.</param>
/// <param name="Values">In the order of the kind's fields, as many as it has.</param>
public sealed record EvidenceRecord(long Id, int Organization, DateOnly Day, int? About, IReadOnlyList<FieldValue> Values)
{
    /// <summary>The record of a kind from the texts of a file, in the order of the kind's fields.</summary>
    /// <returns>Null where a text does not fit its field, or there are not as many as fields.</returns>
    public static EvidenceRecord? Read(RecordKind kind, long id, int organization, DateOnly day, int? about, IReadOnlyList<string> texts)
    {
        if (texts.Count != kind.Fields.Count)
        {
            return null;
        }

        var values = new FieldValue[texts.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (!kind.Fields[i].TryRead(texts[i], out values[i]))
            {
                return null;
            }
        }

        return new EvidenceRecord(id, organization, day, about, values);
    }
}
