namespace Participation.Domain.Answering;

/// <summary>How far a response is.</summary>
public enum ResponseState
{
    /// <summary>起案.</summary>
    Drafted,
    /// <summary>差戻し, with a remark.</summary>
    SentBack,
    /// <summary>確認済み.</summary>
    Checked,
    /// <summary>決裁済み.</summary>
    Approved,
}

/// <summary>What was done to a response.</summary>
public enum ResponseAct
{
    Drafted,
    Checked,
    Approved,
    SentBack,
}
