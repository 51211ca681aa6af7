namespace Participation.Web.Parts;

/// <summary>What a notice is about; said in a word, not only by colour.</summary>
public enum NoticeKind { Info, Success, Warning, Error }
