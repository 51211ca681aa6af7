using System.Net.Mail;
using Participation.Documents.Csv;
using Participation.Domain.Outcomes;
using Participation.Domain.People;

namespace Participation.Application.People;

/// <summary>One row of a list of people.</summary>
sealed record PersonLine(int Line, string Name, string Email, string Role, string Office)
{
    const int NameAtMost = 80;
    const int EmailAtMost = 254;

    static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        [""] = Roles.Citizen, ["市民"] = Roles.Citizen, ["管理者"] = Roles.Administrator, ["職員"] = Roles.Staff, ["決裁者"] = Roles.Approver,
        ["進行役"] = Roles.Facilitator, ["見守り役"] = Roles.Moderator, ["議員・委員"] = Roles.Council, ["議員"] = Roles.Council, ["委員"] = Roles.Council,
    };

    /// <summary>The address as Identity compares it.</summary>
    public string Key { get; } = Email.Normalize().ToUpperInvariant();

    /// <summary>Null when there is no such role.</summary>
    public string? RoleName { get; } = Words.GetValueOrDefault(Role) ?? Roles.All.FirstOrDefault(r => r == Role);

    /// <summary>What is wrong with the row itself.</summary>
    public string? Fault() =>
        Name is "" ? "name-required"
        : Name.Length > NameAtMost ? "name-too-long"
        : Email.Length is 0 or > EmailAtMost || !MailAddress.TryCreate(Email, out var address) || address.Address != Email ? "email-shape"
        : RoleName is null ? "role-unknown"
        : null;
}

static class PeopleSheet
{
    public const int RowsAtMost = 2000;

    static readonly string[] Header = ["name", "email", "role", "office"];
    static readonly string[] Japanese = ["氏名", "メールアドレス", "役割", "担当課"];

    public static Outcome<IReadOnlyList<PersonLine>> Read(byte[] csv)
    {
        try
        {
            var rows = Rows(csv);
            if (rows.Count is 0) return Refusal.Invalid("csv", "csv-empty");
            if (rows.Count > RowsAtMost) return Refusal.Invalid("csv", "list-too-long", RowsAtMost);
            return Outcome<IReadOnlyList<PersonLine>>.Of(rows);
        }
        catch (UnreadableTableException unreadable)
        {
            return unreadable.Reason is "csv-header" ? Refusal.Invalid("csv", "people-header") : Refusal.Invalid("csv", unreadable.Reason, unreadable.Line);
        }
    }

    static List<PersonLine> Rows(byte[] csv)
    {
        try
        {
            return Rows(csv, Header);
        }
        catch (UnreadableTableException unreadable) when (unreadable.Reason is "csv-header")
        {
            return Rows(csv, Japanese);
        }
    }

    static List<PersonLine> Rows(byte[] csv, string[] header) =>
        [.. CsvTable.Read(csv, header).Select(row => new PersonLine(row.Line, row[header[0]], row[header[1]], row[header[2]], row[header[3]]))];
}
